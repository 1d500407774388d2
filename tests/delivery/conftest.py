"""A platform on this machine, and manuscripts released to it through the whole route."""

from collections.abc import Iterator
from typing import Any

import pytest
from delivery.posting import Out, picture, use_channel, walk
from guanwei.delivery.models import Delivery
from guanwei.delivery.recording_server import RecordingServer
from guanwei.publishing.models import PostVariant
from guanwei.publishing.services import add_post
from guanwei.testing.scenes import County, write_article, write_post


@pytest.fixture
def platform(settings: Any) -> Iterator[RecordingServer]:
    """The recording server, known to the settings."""
    server = RecordingServer().start()
    settings.GUANWEI_RECORDING_URL = server.url
    yield server
    server.told.set()
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


@pytest.fixture
def out_with_pictures(county: County, settings: Any, tmp_path: Any) -> Out:
    """Release a post with pictures of these colours, whose files stay with the test; its delivery."""
    settings.MEDIA_ROOT = tmp_path

    def release_post(*colours: str) -> Delivery:
        water = county.water
        use_channel(water.weibo, "recording-weibo")
        pictures = [("picture", picture(colour, colour)) for colour in colours]
        variant = PostVariant(account=water.weibo, text="停水图", with_link=False, pictures=pictures)
        stated = {"title": "停水图", "supplier": water.section, "manager": water.section}
        post = add_post(water.people["editor"], [variant], category="county.convenience", **stated)
        return Delivery.objects.get(part__release=walk(county, post))

    return release_post
