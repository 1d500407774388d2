"""A county that answers over HTTP, and a browser of their own for each person."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from browser.chromium import running_chromium
from browser.visitors import Visitors
from guanwei.delivery.recording_server import RecordingServer
from guanwei.testing.acts import arranged
from guanwei.testing.scenes import County
from playwright.sync_api import Browser, Page

Enter = Callable[..., Page]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """One browser a file: starting one takes longer than most tests."""
    with pytest.MonkeyPatch.context() as patch, running_chromium() as browser:
        # Playwright's loop stands in this thread, where the tests read the database between two clicks.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        yield browser


@pytest.fixture
def served(live_server: Any, county: County) -> County:
    """The county at the address of the live server."""
    thread = live_server.thread
    arranged(county.people["keeper"], hostname=thread.host, port=thread.port)
    return county


@pytest.fixture
def visitors(chromium: Browser, served: County, live_server: Any) -> Iterator[Visitors]:
    """Opens browsers; at the end no page may have failed behind the people's backs."""
    opened = Visitors(chromium, live_server.url)
    yield opened
    opened.leave()
    assert opened.troubles == []


@pytest.fixture
def platform(settings: Any) -> Iterator[RecordingServer]:
    """Where the recording channels send."""
    server = RecordingServer().start()
    settings.GUANWEI_RECORDING_URL = server.url
    yield server
    server.shutdown()
    server.server_close()
