# Everything a fresh machine needs is git, make and a Python 3 with pip. `make help` lists the targets.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help run test setup bench evaluate lint browser widget widget-figures demo-telegram clean

UV := $(shell command -v uv 2>/dev/null || echo .tools/bin/uv)
ASSISTANT := .venv/bin/send-assistant
export RASA_TELEMETRY_ENABLED = false

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

run: setup ## set everything up, then serve the assistant
	@$(ASSISTANT) run

test: setup lint browser ## set everything up, then run the whole test suite and the bars of understanding
	@$(ASSISTANT) evaluate
	@.venv/bin/pytest

setup: $(UV) ## tools, locked dependencies, database, trained model; safe to repeat
	@$(UV) sync --locked --quiet
	@$(ASSISTANT) data load --if-empty
	@$(ASSISTANT) train

lint: $(UV) ## style, formatting and the direction of imports
	@$(UV) sync --locked --quiet
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check --quiet .
	@.venv/bin/lint-imports --no-logo > .import-linter.log || { cat .import-linter.log; exit 1; }

browser: $(UV) ## Chromium for the browser tests, installed where that may be done
	@$(UV) sync --locked --quiet
	@.venv/bin/python -m tests.browser.chromium

widget: ## build the widget again after a change in bot/widget (needs Node)
	@cd bot/widget && npm ci --silent && npm run --silent check && npm run --silent build

widget-figures: browser ## the widget's size and speed in a real browser, beside their bars
	@.venv/bin/python -m tests.browser.figures

demo-telegram: setup ## a scripted conversation on Telegram with no internet, written to results/telegram-demo.html
	@.venv/bin/python -m tests.bot_api.demo

bench: setup ## our speed beside Rasa's default pipeline, measured in the same run
	@$(ASSISTANT) bench

evaluate: setup ## how well held-out questions are understood
	@$(ASSISTANT) evaluate

.tools/bin/uv:
	@echo "Bringing uv into .tools (it manages Python and the dependencies)"
	@python3 -m pip install --quiet --no-warn-script-location --root-user-action=ignore --disable-pip-version-check --target .tools 'uv>=0.8,<1'

clean: ## remove what setup made, but not your database
	rm -rf .venv .tools .rasa models .import-linter.log
