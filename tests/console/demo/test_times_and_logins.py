"""The demo's past lies in the past, on working days; its table of logins stands straight."""

from datetime import datetime

import pytest
from django.utils import timezone
from guanwei.audit import clock
from guanwei.console.demo.logins import farewell, table, wide
from guanwei.console.demo.manuscripts import ALL
from guanwei.console.demo.people import PASSWORD
from guanwei.console.demo.staff import POSTS
from guanwei.console.demo.times import at, moment, working_day


@pytest.mark.parametrize(
    "now", ["2026-03-02 00:05", "2026-03-06 18:00", "2026-03-07 12:00", "2026-03-08 23:59"]
)
def test_the_past_begins_on_the_last_whole_working_day(now: str) -> None:
    with at(timezone.make_aware(datetime.fromisoformat(now))):
        days = [working_day(back) for back in range(8)]
        assert moment(0, "16:59") < timezone.now()
    assert all(day.weekday() < 5 for day in days)
    assert len(set(days)) == 8
    assert days == sorted(days, reverse=True)


def test_the_clock_of_wagtail_and_ours_are_set_together_and_put_back() -> None:
    then = timezone.make_aware(datetime(2026, 3, 2, 9, 0))
    with at(then):
        assert timezone.now() == clock.now() == then
    assert timezone.now() > then


def test_columns_stand_under_each_other_although_chinese_signs_are_wide() -> None:
    first, second = table([("谁", "用户名"), ("县督查员", "county-auditor")])
    assert wide(first[: first.index("用户名")]) == wide(second[: second.index("county-auditor")])


def test_everybody_is_in_the_table_with_the_password() -> None:
    lines = farewell("http://127.0.0.1:8000/").splitlines()
    for post in POSTS:
        assert any(post.username in line and PASSWORD in line for line in lines)
    assert "管理后台：http://127.0.0.1:8000/admin/" in lines


def test_no_two_manuscripts_share_an_address() -> None:
    keys = [each.key for each in ALL]
    assert len(keys) == len(set(keys)) >= 30
