"""What runs the jobs of Django Tasks: one engine embedded, one for PostgreSQL. Rooms below know neither."""

from contextlib import AbstractContextManager
from datetime import timedelta
from importlib import import_module
from typing import Protocol

from django.apps import apps


class Engine(Protocol):
    """How a worker process runs jobs."""

    def beside(self) -> AbstractContextManager[object]:
        """Whatever runs beside the worker's rounds, for as long as they last."""

    def turn(self) -> int:
        """The jobs' part of a round. Returns 1 where there is more to do at once, else 0."""

    def oldest(self) -> timedelta:
        """How long the oldest job has waited that could run; zero where none waits."""


def engine() -> Engine:
    """The engine that the settings install."""
    name = "postgresql" if apps.is_installed("procrastinate.contrib.django") else "embedded"
    made: Engine = import_module(f"guanwei.delivery.jobs.{name}").Jobs()
    return made
