"""A platform on this machine, and manuscripts released to it through the whole route."""

from collections.abc import Iterator
from typing import Any

import pytest
from delivery.posting import Out, use_channel, walk
from guanwei.delivery.models import Delivery
from guanwei.delivery.recording_server import RecordingServer
from guanwei.testing.scenes import County, write_article, write_post


@pytest.fixture
def platform(settings: Any) -> Iterator[RecordingServer]:
    """The recording server, known to the settings."""
    server = RecordingServer().start()
    settings.GUANWEI_RECORDING_URL = server.url
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def out(county: County) -> Out:
    """Release a post of the water bureau; its delivery, due. ``channel`` is the account's way out."""

    def release_post(channel: str = "recording-weibo", **fields: Any) -> Delivery:
        use_channel(county.water.weibo, channel)
        release = walk(county, write_post(county.water, county.water.people["editor"], **fields))
        return Delivery.objects.get(part__release=release)

    return release_post


@pytest.fixture
def out_with_page(county: County) -> Out:
    """Release an article with a Weibo variant; the variant's delivery."""

    def release_article(channel: str = "recording-weibo", **fields: Any) -> Delivery:
        use_channel(county.water.weibo, channel)
        article = write_article(county, county.water, county.water.people["editor"], variants=True, **fields)
        return Delivery.objects.get(part__release=walk(county, article))

    return release_article
