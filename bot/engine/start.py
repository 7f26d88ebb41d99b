"""Putting the assistant together from the settings."""

from __future__ import annotations

import logging
from pathlib import Path

from actions.desk import Desk, open_desk, use
from bot.engine import quiet
from bot.engine.arithmetic import use_one_core
from bot.engine.model import UnusableModel, sense_path
from bot.guard.personal import Cleaner, published_numbers
from bot.guard.postcodes import PostcodeGuard
from bot.memory.keeping import DatabaseKeeping, Keeping, ProcessKeeping
from bot.memory.steady import SteadyKeeping
from bot.metrics.counting import Metrics
from bot.settings import ROOT, Settings
from knowledge.database import sessions
from knowledge.postcodes import PostcodeFinder, PostcodeService, PostcodeTable, read_area_codes
from nlu.danger.sense import DangerSense
from nlu.danger.sense.learning import load as load_sense
from nlu.training import the_encoder

logger = logging.getLogger(__name__)

ENDPOINTS = ROOT / "endpoints.yml"


def open_for(settings: Settings) -> Desk:
    """Opens the facts and makes them the ones all actions use. Raises NoDatabase."""
    desk = open_desk(settings.database_url, settings.today, settings.data_stale_days)
    use(desk)
    return desk


def build_agent(settings: Settings, model: Path, *, remember_in_database: bool):
    """The assistant, ready to answer. Raises NoDatabase when the facts are not loaded, and UnusableModel."""
    quiet.prepare()
    from bot.engine.watched_agent import WatchedAgent
    from bot.memory.tracker_store import SlotTrackerStore

    desk = open_for(settings)
    endpoint = _action_server(settings)
    store = SlotTrackerStore(_keeping(settings, remember_in_database))
    postcodes, personal = _postcode_guard(settings, desk), Cleaner(published_numbers())
    try:
        agent = WatchedAgent(
            model, desk, store, settings.max_message_length, endpoint, postcodes, personal, _danger_sense(model)
        )
    except Exception as error:  # a damaged archive can fail in any of Rasa's and Python's ways
        raise UnusableModel(model, error) from error
    use_one_core()
    agent.watch(Metrics(), settings.secret_key, settings.message_seconds)
    return agent


def _danger_sense(model: Path) -> DangerSense | None:
    """The sense of danger that was trained beside the model; None without one, or without the encoder."""
    path, encoder = sense_path(model), the_encoder()
    if encoder is None or not path.exists():
        logger.warning("danger is found by rules alone: there is no %s", "encoder" if encoder is None else path.name)
        return None
    return load_sense(path, encoder)


def _postcode_guard(settings: Settings, desk: Desk) -> PostcodeGuard:
    """Looks postcodes up in the imported table, and asks the public service only when POSTCODES_API allows it."""
    service = None
    if settings.postcodes_api:
        with desk.store.session() as session:
            service = PostcodeService(settings.postcodes_api_url, read_area_codes(session))
    return PostcodeGuard(PostcodeFinder(PostcodeTable(desk.store.session), service))


def _action_server(settings: Settings):
    """Where actions run when not in this process: ACTION_SERVER_URL, else `endpoints.yml`, else None."""
    from rasa.utils.endpoints import EndpointConfig, read_endpoint_config

    url = settings.action_server_url
    if not url:
        found = read_endpoint_config(str(ENDPOINTS), "action_endpoint") if ENDPOINTS.exists() else None
        url = found.url if found else None
    # actions never read the domain, so it is not sent with every call
    return EndpointConfig(url, enable_selective_domain=True) if url else None


def _keeping(settings: Settings, in_database: bool) -> Keeping:
    if not in_database:
        return ProcessKeeping(settings.session_minutes)
    kept = DatabaseKeeping(sessions(settings.database_url), settings.session_minutes, settings.secret_key)
    return SteadyKeeping(kept, settings.session_minutes)
