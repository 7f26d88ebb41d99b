"""Logs set up once for a command that serves: to standard error, as JSON or to be read by people."""

from __future__ import annotations

import logging
import sys
import threading
from types import TracebackType

import structlog
from structlog.stdlib import ProcessorFormatter

from bot.logs import safe
from bot.settings import PRODUCTION, Settings

QUIETEST = logging.WARNING
TALKATIVE = ("httpx", "httpcore", "telegram", "sanic", "sqlalchemy", "asyncio", "rasa", "apscheduler", "urllib3")
"""Loggers of libraries that would say what was asked of them, with addresses and tokens, below a warning."""

logger = logging.getLogger(__name__)


def set_up(settings: Settings) -> None:
    """Sends every log line of the process through one formatter that lets no words of people through."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(formatter(as_json=writes_json(settings)))
    root = logging.getLogger()
    for old in root.handlers[:]:
        root.removeHandler(old)
    root.addHandler(handler)
    root.setLevel(QUIETEST)
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(QUIETEST)
    for name in safe.OUR_ROOMS:
        logging.getLogger(name).setLevel(settings.log_level)
    logging.raiseExceptions = False  # a failure to log prints the record with its values
    _tame_rasa()
    sys.excepthook = _last_words
    threading.excepthook = _last_words_of_a_thread


def writes_json(settings: Settings) -> bool:
    """True when lines are JSON: asked for, or in production when nothing was asked for."""
    return settings.log_format == "json" or (settings.log_format is None and settings.environment == PRODUCTION)


def formatter(as_json: bool) -> logging.Formatter:
    """What turns a record into a line. Exceptions are kept as kind and place only."""
    shown = structlog.processors.JSONRenderer(ensure_ascii=False) if as_json else _for_people()
    return ProcessorFormatter(
        foreign_pre_chain=[structlog.stdlib.add_log_level, structlog.processors.TimeStamper(fmt="iso", utc=True)],
        processors=[
            safe.only_our_sentences,
            safe.only_kind_and_place,
            ProcessorFormatter.remove_processors_meta,
            shown,
        ],
    )


def _for_people() -> structlog.dev.ConsoleRenderer:
    return structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty(), pad_event=24)


def _tame_rasa() -> None:
    """Rasa logs with structlog too, with messages among the fields: only the names of its errors are written."""
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR),
        processors=[safe.only_the_name, structlog.processors.JSONRenderer()],
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )


def _last_words(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Said when the process ends with an error nobody expected; Python would print its values."""
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
    else:
        logger.critical("the process ends with an error", exc_info=error)


def _last_words_of_a_thread(said: threading.ExceptHookArgs) -> None:
    if said.exc_value is not None:
        logger.error("a thread ends with an error", exc_info=said.exc_value)
