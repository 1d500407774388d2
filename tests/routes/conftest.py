"""The stage, set once a file; each test meets it as the database has it, and what it does is undone."""

import logging
from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.db import transaction
from guanwei.testing.scenes import make_county
from pytest_django import DjangoDbBlocker
from routes.programs import Program
from routes.stage import Stage, as_stored, set_stage
from wagtail.admin.menu import Menu


@pytest.fixture(scope="module")
def _set(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Stage]:
    """In a transaction around the whole file; each test's own lies inside it."""
    with django_db_blocker.unblock(), transaction.atomic():
        cache.clear()
        yield set_stage(make_county())
        transaction.set_rollback(True)


@pytest.fixture
def stage(_set: Stage, db: None) -> Stage:
    """Drafts, public content, and newer drafts beside it. Thumbnails of an earlier stage are forgotten."""
    cache.clear()
    return as_stored(_set)


@pytest.fixture
def hushed(caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    """Thousands of refused requests would fill the report, and each screen's menu takes longer than the screen."""
    caplog.set_level(logging.CRITICAL, logger="django.request")
    monkeypatch.setattr(Menu, "render_component", lambda *_: [])


@pytest.fixture
def editor(stage: Stage) -> Program:
    """An editor's program, with a token."""
    return Program(stage.people["editor"])


@pytest.fixture
def stranger() -> Program:
    """A program without a token."""
    return Program(None)
