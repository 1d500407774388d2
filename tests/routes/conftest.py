"""The stage, once a test."""

import logging

import pytest
from django.core.cache import cache
from guanwei.testing.scenes import County
from routes.programs import Program
from routes.stage import Stage, set_stage


@pytest.fixture
def stage(county: County) -> Stage:
    """Drafts, public content, and newer drafts beside it. Thumbnails of an earlier stage are forgotten."""
    cache.clear()
    return set_stage(county)


@pytest.fixture
def hushed(caplog: pytest.LogCaptureFixture) -> None:
    """Thousands of refused requests would fill the report."""
    caplog.set_level(logging.CRITICAL, logger="django.request")


@pytest.fixture
def editor(stage: Stage) -> Program:
    """An editor's program, with a token."""
    return Program(stage.people["editor"])


@pytest.fixture
def stranger() -> Program:
    """A program without a token."""
    return Program(None)
