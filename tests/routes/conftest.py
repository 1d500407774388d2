"""The stage, set once for many tests; each test meets it as the database has it, and what it does is undone."""

import logging

import pytest
from guanwei.testing.asking import SCENES
from guanwei.testing.founding import Foundings
from guanwei.testing.scenes import make_county
from routes.programs import Program
from routes.stage import Stage, as_stored, set_stage
from wagtail.admin.menu import Menu

SCENES["stage"] = lambda: set_stage(make_county())


@pytest.fixture
def stage(founding: Foundings, db: None) -> Stage:
    """Drafts, public content, and newer drafts beside it. Thumbnails of an earlier stage are forgotten."""
    return as_stored(founding.scene("stage"))


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
