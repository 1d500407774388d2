"""Parts one and two as citizens meet them: lists on the page, links, what a police type offers, counts by unit."""

import re
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from guanwei.portal.keeping import field_refusals
from guanwei.portal.models import Consultation
from guanwei.portal.queries.declared import declared_of
from guanwei.portal.queries.materials import supplies_below
from guanwei.portal.queries.statistics import tallies_below

Police = Any
BOARD = re.compile(r'<section class="panel board-tile" aria-labelledby="section-(\d+)">(.*?)</section>', re.S)
SHOWN = ["警务要闻", "公示公告", "法律法规", "县区动态", "部门动态", "教育训练", "表彰奖励", "警方提示", "网上通缉",
         "视频新闻"]  # fmt: skip


@pytest.fixture
def citizen(client: Client) -> Client:
    return client


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def tiles(citizen: Client) -> dict[str, str]:
    """What the bureau's first page says under the name of each column."""
    html = citizen.get("/police/").content.decode()
    return {words(part).split()[0]: part for _key, part in BOARD.findall(html)}


def switched(police: Police, label: str) -> set[str]:
    """The articles against showing the column the other way."""
    draft = police.page(label)
    draft.display = "link" if draft.display == "page" else "page"
    return {cite.article for name, each in field_refusals(draft) if name == "display" for cite in each.cites}


@pytest.mark.clause(
    "AKP-2.1.1d", "AKP-2.1.2d", "AKP-2.1.3d", "AKP-2.1.5d", "AKP-2.1.6d", "AKP-2.1.7d", "AKP-2.1.8d",
    "AKP-2.1.9d", "AKP-2.1.10d", "AKP-2.1.11d",
)  # fmt: skip
def test_columns_of_disclosure_list_their_newest_items_on_the_page_and_stay_so(
    police: Police, citizen: Client
) -> None:
    police.draft("公示公告", "指挥中心秘书科", title="未审稿件")
    shown = tiles(citizen)
    assert [label for label in SHOWN if f"{label}之一" not in shown[label]] == []
    assert "未审稿件" not in shown["公示公告"]
    assert [label for label in SHOWN if not switched(police, label)] == []


@pytest.mark.clause("AKP-2.1.4d")
def test_how_police_culture_is_shown_is_the_offices_choice(police: Police, citizen: Client) -> None:
    said = declared_of(police.page("警队文化"))
    assert said is not None
    assert (said.page.display, said.column.display_fixed) == ("page", False)
    assert "警队文化之一" in tiles(citizen)["警队文化"]
    assert police.change("警队文化", display="link") == []
    assert "警队文化之一" not in citizen.get("/police/").content.decode()


@pytest.mark.clause("AKP-2.1.13")
def test_the_27_items_are_links_and_nothing_of_them_is_listed(police: Police, citizen: Client) -> None:
    tile = tiles(citizen)["政务公开"]
    links = [words(each) for each in re.findall(r"<li>(.*?)</li>", tile, re.S)]
    assert links == police.listed("政务公开")
    for address in ("/police/", "/police/disclosure/", "/police/disclosure/catalogue/", "/"):
        assert "上半年警情数" not in citizen.get(address).content.decode()
    assert "上半年警情数" in citizen.get("/police/disclosure/catalogue/statistics/").content.decode()
    assert "二(一)12" in switched(police, "统计数据")


@pytest.mark.clause("AKP-1.15")
def test_a_police_types_page_offers_numbers_guides_forms_and_an_answer(
    police: Police, citizen: Client
) -> None:
    html = citizen.get("/police/services/household/").content.decode()
    shown = words(html.split('class="column-header"')[1])
    labels = ("便民电话", "办事指南", "表格下载", "业务咨询")
    assert [label for label in labels if label not in shown] == []
    assert "户籍电话 0000-1234567" in shown
    assert "下载：迁移申请表" in shown.replace("下载 ： ", "下载：")
    page = police.page("户政")
    asked = citizen.post(
        f"/consultations/{page.pk}/", {"question": "迁移户口要带什么？", "contact": "13800000000"}
    )
    assert "您的咨询已收到" in words(asked.content.decode())
    kept = Consultation.objects.get()
    assert (kept.unit.name, kept.question, kept.column.title) == ("指挥中心", "迁移户口要带什么？", "户政")


@pytest.mark.clause("AKP-2.2.3")
def test_the_supply_list_says_what_a_police_type_has_not_handed_in(police: Police) -> None:
    lacking = {
        each.column.title: [kind.label for kind in each.lacking] for each in supplies_below(police.base)
    }
    assert list(lacking) == police.listed("网上办事")
    assert (lacking["禁毒"], len(lacking["交警"])) == (["表格下载"], 4)


@pytest.mark.clause("AKP-5.2")
def test_published_items_are_counted_by_county_and_by_department(police: Police) -> None:
    counted = {
        tally.kind.label: {str(unit): number for unit, number in tally.rows}
        for tally in tallies_below(police.base, police.unit)
    }
    assert (counted.get("县公安局"), counted.get("分局")) == ({"东山县公安局": 2}, {"河西分局": 1})
    departments = counted["局属部门"]
    # What a section supplies counts for its department.
    assert (departments["禁毒"], departments["政治部"], departments["交警"]) == (3, 5, 0)


def test_the_first_page_asks_as_often_for_many_items_as_for_few(police: Police, citizen: Client) -> None:
    for address in ("/police/", "/police/services/narcotics/"):
        citizen.get(address)
        with CaptureQueriesContext(connection) as asked:
            assert citizen.get(address).status_code == 200
        assert len(asked) <= 16, [each["sql"][:90] for each in asked.captured_queries]
