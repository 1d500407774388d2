"""A recording server, and files that go away with the test."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from guanwei.delivery.recording_server import RecordingServer


@pytest.fixture
def platform() -> Iterator[RecordingServer]:
    """Where the demo's posts really go."""
    server = RecordingServer().start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture(autouse=True)
def pictures_apart(settings: Any, tmp_path: Path) -> None:
    """The demo's pictures are written for real."""
    settings.MEDIA_ROOT = tmp_path / "media"
