"""``guanwei bench soak``: in a PostgreSQL database of its own, made for it and dropped afterwards."""

import os
import secrets
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from random import Random

import psycopg
from psycopg import sql

from guanwei.testing.bench.results import Result, at_most

SECONDS_BETWEEN_KILLS = (2.0, 8.0)


def run(minutes: float) -> list[Result]:
    """Eight people at work for ``minutes``, two workers killed at random all the while."""
    name = f"guanwei_soak_{os.getpid()}"
    with tempfile.TemporaryDirectory() as folder, _database(name):
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "project.settings.bench_soak",
            "GUANWEI_DB_NAME": name,
            "GUANWEI_VAR": folder,
        }
        return _in_the_county(minutes)


def _in_the_county(minutes: float) -> list[Result]:
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connections

    from guanwei.delivery.recording_server import RecordingServer
    from guanwei.testing.bench.soak import running

    platform = RecordingServer().start()
    settings.GUANWEI_RECORDING_URL = platform.url
    call_command("migrate", verbosity=0)
    seed = os.environ.get("GUANWEI_SOAK_SEED") or secrets.token_hex(4)
    ends, kills = time.monotonic() + 60 * minutes, _Kills(seed)
    began = time.monotonic()
    try:
        found = running.soak(
            platform, lambda _ledger: time.monotonic() > ends, lambda *_told: kills.now(), seed
        )
    finally:
        connections.close_all()
        platform.shutdown()
    return _results(found, minutes, time.monotonic() - began, seed)


class _Kills:
    """At random moments."""

    def __init__(self, seed: str) -> None:
        self.random = Random(seed)  # noqa: S311 - which act comes next
        self.next = time.monotonic() + SECONDS_BETWEEN_KILLS[1]

    def now(self) -> bool:
        if time.monotonic() < self.next:
            return False
        self.next = time.monotonic() + self.random.uniform(*SECONDS_BETWEEN_KILLS)
        return True


@contextmanager
def _database(name: str) -> Iterator[None]:
    """On the server that libpq's environment names, as .ci/postgres sets it."""
    server = {
        "host": os.environ.setdefault("PGHOST", "127.0.0.1"),
        "user": os.environ.setdefault("PGUSER", "postgres"),
        "dbname": "postgres",
    }
    with psycopg.connect(**server, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    try:
        yield
    finally:
        with psycopg.connect(**server, autocommit=True) as connection:
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def _results(found: "object", minutes: float, seconds: float, seed: str) -> list[Result]:
    """Each of these must be none."""
    from guanwei.testing.bench.soak.running import Outcome

    assert isinstance(found, Outcome)
    ledger, acts = found.ledger, found.ledger.acts
    work = (
        f"seed {seed}, {minutes:g} minutes: {ledger.told()}; {acts / seconds:.1f} acts a second; "
        f"{found.killed} workers killed, {found.sent} deliveries sent"
    )
    troubles = {
        "accepted acts lost": found.lost,
        "sends doubled": found.double,
        "deliveries and platform out of step": found.out_of_step,
        "public items without a permit": found.unpermitted,
        "deliveries unsettled": found.unsettled,
        "acts that ended in an exception": ledger.errors,
        "kinds of acts that nobody did": found.undone,
        "deadlocks": [""] * found.deadlocks,
    }
    return [
        at_most(f"soak: {name}", len(each), 0, acts, acts, "; ".join([work, *each[:5]]))
        for name, each in troubles.items()
    ]
