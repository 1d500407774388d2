"""A founded portal, and the citizen who reads it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from guanwei.organisations.models import Unit
from guanwei.portal.models import Arrangement, ColumnPage
from guanwei.portal.services import ColumnPlan, found_site
from portal.scene import NAME, Portal


@pytest.fixture
def portal(db: None, settings: Any, tmp_path: Path) -> Iterator[Portal]:
    settings.MEDIA_ROOT = tmp_path
    cache.clear()
    county = Unit.objects.create(name="清河县人民政府", slug="qinghe", kind="county")
    water = Unit.objects.create(name="清河县水利局", slug="water", kind="department", parent=county)
    plans = [
        ColumnPlan("工作动态", "news", water, "记录日常工作。"),
        ColumnPlan("通知公告", "notices", county),
    ]
    home = found_site(NAME, plans, welcome="欢迎访问清河县")
    news, notices = ColumnPage.objects.order_by("pk")
    yield Portal(county, water, home, news, notices)
    cache.clear()


@pytest.fixture
def settings_of(portal: Portal) -> Arrangement:
    return Arrangement.objects.get()


@pytest.fixture
def citizen() -> Client:
    """A visitor with an English browser, who has never signed in."""
    return Client(SERVER_NAME="localhost", headers={"accept-language": "en"})
