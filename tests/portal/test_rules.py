"""规章制度: every rule book in force, by the unit whose it is, summary and original side by side."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from django.test import Client
from django.utils.timezone import make_aware
from guanwei import registry
from guanwei.audit import clock
from guanwei.organisations.services import switch_off, switch_on
from guanwei.portal.models import Arrangement, ShownOriginal
from guanwei.regulations.models import Original
from guanwei.regulations.services import load_original
from portal.reading import links, part, words
from portal.scene import Portal, put_online
from regulations.prints import CARRIED


@pytest.fixture
def ruled(portal: Portal) -> Iterator[Portal]:
    """The water bureau lives by ``printed.rules``."""
    before = registry.configuration()
    registry.configure("inline", extra={"printed": "dummy_plugins.printed"})
    assert not switch_on(portal.water, "printed", by=None, reason="按本局规定")
    yield portal
    registry.configure(before.mode, before.time_limit, before.extra)


def show() -> None:
    """The original is loaded, and the portal's settings that show it are in force."""
    _original, refusals = load_original("printed.rules", CARRIED.encode(), "规定.txt", None)
    assert not refusals
    show_first()


def show_first() -> None:
    settings = Arrangement.objects.get()
    settings.originals = [ShownOriginal(original=Original.objects.get(version=1))]
    settings.save_revision()
    put_online(settings)


def test_books_stand_under_the_unit_whose_they_are(ruled: Portal, citizen: Client) -> None:
    page = citizen.get("/rules/")
    bureau = part(page, f'id="unit-{ruled.water.pk}"', "</section>")
    assert "清河县新媒体工作管理细则" in bureau
    assert "仅有摘要" in bureau
    assert "清河县新媒体工作管理细则" not in part(page, f'id="unit-{ruled.county.pk}"', "</section>")
    assert "/rules/printed.rules/" in links(page)


@pytest.mark.clause("YC-N0.1")
def test_every_page_of_the_portal_leads_to_the_rules_and_their_reasons(
    portal: Portal, citizen: Client
) -> None:
    assert links(citizen.get("/"), "规章制度") == ["/rules/"]
    assert "/rules/county.yanchi/" in links(citizen.get("/rules/"))
    assert "听民意的平台" in words(citizen.get("/rules/county.yanchi/"))


def test_a_book_reads_from_its_number_to_its_foot(ruled: Portal, citizen: Client) -> None:
    page = words(citizen.get("/rules/printed.rules/"))
    places = [
        page.index(each)
        for each in (
            "为什么要规范。",
            "先登记再发布。",
            "第一章 总则",
            "两级审核。",
            "每两周更新。",
            "由宣传办公室解释。",
        )
    ]
    assert places == sorted(places)
    assert "原文还没有载入" in page
    assert "随《清河县宣传办公室关于规范新媒体工作的通知》印发" in page


def test_a_loaded_original_stands_beside_each_summary(ruled: Portal, citizen: Client) -> None:
    show()
    page = citizen.get("/rules/printed.rules/")
    article = part(page, 'id="a6"', "</section>")
    assert "两级审核。 稿件实行两级审核: (二)复审看政策和时机。 审核记录保存两年。" in article
    assert "初审看事实。 (一)初审看事实和文字。" in part(page, 'id="a7"', "</section>")
    lost = part(page, 'id="a8"', "</section>")
    assert "账号应当保持更新,文字账号至少每更新2次。" in lost
    assert "第三条" not in lost
    assert "每两周更新。" in lost
    assert "0000-1234567" not in words(page)


@pytest.mark.law("L1")
@pytest.mark.defends("a regulation's wording loaded and not signed for", by="administrator")
def test_a_loaded_original_is_public_only_once_the_settings_that_show_it_are_signed(
    ruled: Portal, citizen: Client
) -> None:
    load_original("printed.rules", CARRIED.encode(), "规定.txt", None)
    assert "密码每季度更换一次" not in words(citizen.get("/rules/printed.rules/"))
    show_again = CARRIED.replace("每季度", "每半年")
    show_first()
    load_original("printed.rules", show_again.encode(), "规定.txt", None)
    page = words(citizen.get("/rules/printed.rules/"))
    assert "密码每季度更换一次" in page
    assert "密码每半年更换一次" not in page


def test_printed_parts_that_nothing_sums_up_are_shown_too(ruled: Portal, citizen: Client) -> None:
    show()
    rest = part(citizen.get("/rules/printed.rules/"), 'class="rule-rest"', "</section>")
    assert "各单位明确一名联络人。" in rest


def test_a_book_that_is_not_in_force_has_no_page(ruled: Portal, citizen: Client) -> None:
    with clock.at(make_aware(datetime(2025, 12, 31, 12, 0))):
        assert citizen.get("/rules/printed.rules/").status_code == 404
    assert citizen.get("/rules/printed.rules/").status_code == 200
    assert not switch_off(ruled.water, "printed", by=None, reason="停用")
    assert citizen.get("/rules/printed.rules/").status_code == 404
    assert citizen.get("/rules/none/").status_code == 404


def test_pages_of_rules_ask_the_database_a_fixed_number_of_times(
    ruled: Portal, citizen: Client, django_assert_num_queries: Any
) -> None:
    show()
    citizen.get("/rules/")
    with django_assert_num_queries(6):
        citizen.get("/rules/")
    with django_assert_num_queries(6):
        citizen.get("/rules/printed.rules/")
