"""Run inside stock Rasa's environment: prints the intent of every question in a JSON file."""

import asyncio
import json
import sys

from rasa.core.agent import Agent


async def main(models: str, questions: str) -> None:
    """Prints a JSON list of intent names, fallback looked through to the intent beneath it."""
    agent = Agent.load(models)
    intents = []
    with open(questions, encoding="utf-8") as handle:
        for question in json.load(handle):
            ranking = (await agent.parse_message(question)).get("intent_ranking") or [{"name": ""}]
            named = [one["name"] for one in ranking if one["name"] != "nlu_fallback"]
            intents.append(named[0] if named else "")
    print(json.dumps(intents))


asyncio.run(main(*sys.argv[1:]))
