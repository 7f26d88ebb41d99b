"""What is kept of people: little, sealed, and gone when they ask or leave."""

from __future__ import annotations

from sqlalchemy import text

from knowledge.models import Addressee, Outbox, Subscription
from tests.bot.channels.telegram.tables import everything, parts, rows, settings_of, settled, subscribe, unanswered

LEEDS = "E08000035"


async def answered(channel, api, ana, *messages: str):
    """Sends messages one after another; gives all that the bot has sent when the last is answered and settled."""
    for message in messages:
        before = len(api.sent(ana))
        api.text(ana, message)
        await api.wait_for(before + 1, ana)
    await settled(channel, api)
    return api.sent(ana)


async def test_choices_outlive_a_conversation(channel, api, ana, engine):
    """Area and easy read are known again after the conversation was forgotten."""
    await answered(channel, api, ana, "/area Leeds", "/easy")
    assert settings_of(engine) == {"area": LEEDS, "style": "easy_read"}
    with engine.begin() as db:
        db.execute(text("DELETE FROM conversation"))
    sent = await answered(channel, api, ana, "/outcome")
    assert "Leeds" in sent[-1].text
    assert sent[-1].text.count("\n") > 3


async def test_nothing_readable_is_stored(channel, api, ana, engine):
    """Neither what a person wrote nor the number of their chat can be read in the database."""
    await answered(channel, api, ana, "my zebra asks what Leeds got")
    stored = everything(engine)
    assert "zebra" not in stored
    assert str(ana) not in stored
    assert unanswered(engine) == []
    assert all(part["body"] is None for part in parts(engine))


async def test_delete_my_data(channel, api, ana, engine):
    """/deletemydata deletes all that is kept of the person, and says what it was."""
    await answered(channel, api, ana, "/area Leeds")
    subscribe(engine, channel.inbox.person(ana))
    sent = await answered(channel, api, ana, "/deletemydata")
    assert sent[-1].text.startswith(
        "Done. I have deleted all I kept about you: what we talked about last, 1 sign-up for messages, 1 message "
        "to you and your area, your settings and your address for messages."
    )
    assert "Clear the chat" in sent[-1].text
    assert [rows(engine, table) for table in (Addressee, Subscription, Outbox)] == [[], [], []]
    assert channel.inbox.person(ana) not in everything(engine)


async def test_delete_my_data_in_plain_words(channel, api, ana, engine):
    """Asking in plain words deletes the same."""
    await answered(channel, api, ana, "/area Leeds")
    subscribe(engine, channel.inbox.person(ana))
    sent = await answered(channel, api, ana, "delete my data")
    assert "1 sign-up for messages" in sent[-1].text
    assert rows(engine, Subscription) == rows(engine, Addressee) == []


async def test_somebody_who_blocks_us_is_forgotten(channel, api, ana, engine):
    """Blocking the bot ends the subscriptions and deletes the address."""
    await answered(channel, api, ana, "/area Leeds")
    subscribe(engine, channel.inbox.person(ana))
    api.block(ana)
    await settled(channel, api)
    assert [rows(engine, table) for table in (Addressee, Subscription, Outbox)] == [[], [], []]


async def test_a_deleted_account_is_found_out(channel, api, ana, engine):
    """An account that is gone is noticed when it is written to."""
    await answered(channel, api, ana, "/area Leeds")
    subscribe(engine, channel.inbox.person(ana))
    api.text(ana, "what did Leeds get")
    api.delete_account(ana)
    await settled(channel, api)
    assert rows(engine, Addressee) == rows(engine, Subscription) == []
