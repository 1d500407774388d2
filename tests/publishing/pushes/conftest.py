"""The desk, and a platform on this machine."""

from collections.abc import Iterator
from typing import Any

import pytest
from guanwei.delivery.recording_server import RecordingServer
from guanwei.testing.scenes import County
from publishing.pushes.desk import Desk, set_desk


@pytest.fixture
def desk(county: County, settings: Any, tmp_path: Any) -> Desk:
    """Files of a test stay with it."""
    settings.MEDIA_ROOT = tmp_path
    return set_desk(county)


@pytest.fixture
def platform(settings: Any) -> Iterator[RecordingServer]:
    """The recording server, known to the settings."""
    server = RecordingServer().start()
    settings.GUANWEI_RECORDING_URL = server.url
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def sending(desk: Desk, platform: RecordingServer) -> Desk:
    """The desk with an account that sends by itself."""
    desk.account.channel = "recording-wechat"
    desk.account.save()
    return desk
