"""Conditions of building: rules in this process, no mail about last month, no queue of side jobs."""

import gc
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django_tasks import DEFAULT_TASK_BACKEND_ALIAS, task_backends
from django_tasks.backends.dummy import DummyBackend

from guanwei import registry

# Thousands of model classes come and go in migrations; collecting less often saves a fifth of the time.
SELDOM = (200_000, 20, 20)


@contextmanager
def quick_and_quiet(platform: str) -> Iterator[None]:
    """Build inside. ``platform`` is the address of the recording server."""
    with ExitStack() as stack:
        stack.enter_context(set_to("EMAIL_BACKEND", "django.core.mail.backends.dummy.EmailBackend"))
        stack.enter_context(set_to("GUANWEI_RECORDING_URL", platform))
        stack.enter_context(_rules_in_this_process())
        stack.enter_context(_no_jobs())
        yield


@contextmanager
def set_to(name: str, value: Any) -> Iterator[None]:
    """A setting, for a while."""
    before = getattr(settings, name, None)
    setattr(settings, name, value)
    try:
        yield
    finally:
        setattr(settings, name, before)


@contextmanager
def rarely_collecting() -> Iterator[None]:
    """Let garbage wait."""
    before = gc.get_threshold()
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)


@contextmanager
def _rules_in_this_process() -> Iterator[None]:
    before = registry.configuration()
    registry.configure(mode="inline")
    try:
        yield
    finally:
        registry.configure(before.mode, before.time_limit, before.extra)


@contextmanager
def _no_jobs() -> Iterator[None]:
    """Jobs index, mail and nudge: the first is done once for all afterwards, the others are of the past."""
    task_backends[DEFAULT_TASK_BACKEND_ALIAS] = DummyBackend(
        DEFAULT_TASK_BACKEND_ALIAS, settings.TASKS[DEFAULT_TASK_BACKEND_ALIAS]
    )
    try:
        yield
    finally:
        del task_backends[DEFAULT_TASK_BACKEND_ALIAS]
    call_command("rebuild_references_index", verbosity=0)
    call_command("update_index", verbosity=0)
