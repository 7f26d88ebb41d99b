"""What waits and how old the facts are, read from the database when the figures are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector
from sqlalchemy import func, inspect, select
from sqlalchemy.engine import Engine
from sqlalchemy.exc import SQLAlchemyError

from knowledge.models import Base

WAITING_TABLES = {"outbox": "settled_at", "telegram_update": "finished_at"}
"""Tables whose rows wait until the column named is filled in; a table that is not there is left out."""


class Waiting(Collector):
    """Gauges of the moment. `age_in_days` says how old the facts are."""

    def __init__(self, engine: Engine, age_in_days: Callable[[], int]):
        self._engine, self._age = engine, age_in_days

    def describe(self) -> list[GaugeMetricFamily]:
        """The gauges without values, so that registering reads no database (called by prometheus_client)."""
        return list(_gauges().values())

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """The gauges (called by prometheus_client). A database that is away is a figure too."""
        gauges = _gauges()
        try:
            for table, count in self._waiting().items():
                gauges["waiting"].add_metric([table], count)
            gauges["up"].add_metric([], 1)
        except SQLAlchemyError:
            gauges["up"].add_metric([], 0)
        gauges["age"].add_metric([], self._age())
        yield from gauges.values()

    def _waiting(self) -> dict[str, int]:
        present = set(inspect(self._engine).get_table_names())
        counts = {}
        with self._engine.connect() as db:
            for table in Base.metadata.sorted_tables:
                column = WAITING_TABLES.get(table.name, "")
                if column in table.c and table.name in present:
                    counted = select(func.count()).select_from(table).where(table.c[column].is_(None))
                    counts[table.name] = db.scalar(counted)
        return counts


def _gauges() -> dict[str, GaugeMetricFamily]:
    return {
        "waiting": GaugeMetricFamily("send_waiting", "Rows that wait to be sent or answered", labels=("table",)),
        "up": GaugeMetricFamily("send_database_up", "1 when the database answered just now"),
        "age": GaugeMetricFamily("send_data_age_days", "Days since the day up to which the facts are true"),
    }
