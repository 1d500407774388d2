"""A form on the county's own route, and a day on which the water office released items."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from guanwei.api import Citation, FormCell, FormSignature, OfficialForm
from guanwei.audit import clock
from guanwei.publishing.models import Release
from guanwei.testing.acts import released, signed, submitted
from guanwei.testing.scenes import County, write_article, write_post

DAY = date(2026, 3, 5)


@pytest.fixture
def day() -> date:
    return DAY


@pytest.fixture
def at() -> Callable[[int], datetime]:
    """An hour of the day in the office's time."""
    return lambda hour: datetime(DAY.year, DAY.month, DAY.day, hour, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.fixture
def form() -> OfficialForm:
    return OfficialForm(
        id="paper.sheet",
        title="清河县信息发布登记表",
        cites=(Citation("清河县信息发布登记办法", "第一条"),),
        route="county.written",
        header=(
            FormCell("类别", "sheet.platforms", choices=(("weibo", "微博"), ("wechat", "微信"))),
            FormCell("日期", "sheet.date"),
        ),
        row=(
            FormCell("标题", "item.title"),
            FormCell("来源", "item.field:paper.source"),
            FormCell("备注", "item.field:paper.remark", may_be_empty=True),
        ),
        signatures=(FormSignature("审核意见", "county.review"), FormSignature("签发意见", "county.sign")),
        note="注：当日归档。",
        least_rows=4,
    )


@pytest.fixture
def outgoing(county: County, at: Callable[[int], datetime]) -> Callable[..., Release]:
    """Writes, signs and releases one post of the water office within the given hour."""

    def make(hour: int = 9, **fields: Any) -> Release:
        people = county.water.people
        with clock.at(at(hour)):
            post = write_post(
                county.water, people["editor"], **({"extra": {"paper.source": "原创"}} | fields)
            )
            submission = submitted(post, people["editor"])
            return released(signed(submission, people["reviewer"], people["leader"]), people["publisher"])

    return make


@pytest.fixture
def outgoing_page(county: County, at: Callable[[int], datetime]) -> Callable[[], Release]:
    """A page that goes to no account."""

    def make() -> Release:
        people = county.water.people
        with clock.at(at(9)):
            submission = submitted(write_article(county, county.water, people["editor"]), people["editor"])
            return released(signed(submission, people["reviewer"], people["leader"]), people["publisher"])

    return make


@pytest.fixture
def without(form: OfficialForm) -> Callable[..., OfficialForm]:
    """The form, changed."""
    return lambda **changes: replace(form, **changes)
