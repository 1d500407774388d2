"""Founding the tree that a rule book declares: by its order, its units, its keeper's signature."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from dummy_plugins import columned
from guanwei import registry
from guanwei.accounts.models import Account
from guanwei.approvals.models import Contribution, Permit
from guanwei.organisations.models import Person, Unit
from guanwei.organisations.services import switch_on
from guanwei.portal.models import ColumnPage
from guanwei.portal.services import ColumnPlan, found_site, found_tree, name_unit, submit_tree
from guanwei.testing.acts import no_refusals
from guanwei.testing.scenes import add_unit
from portal.trees.bureau import SECTIONS, Bureau

PRINTED = ["信息公开", "要闻", "提示", "公开目录", "年报", "办事", "清河警务"]


def titles(base: ColumnPage) -> list[str]:
    return [each.title for each in ColumnPage.objects.descendant_of(base).order_by("path")]


def test_the_keeper_founds_the_tree_as_drafts_and_signs_it_in_one_act(bureau: Bureau) -> None:
    bureau.staff()
    no_refusals(found_tree(bureau.base, bureau.unit, "columned", bureau.keeper))
    assert titles(bureau.base) == PRINTED
    assert not ColumnPage.objects.descendant_of(bureau.base).filter(live=True).exists()
    assert submit_tree(bureau.base, bureau.keeper) == (7, [])
    news = bureau.page("要闻")
    assert (news.live, news.unit.name, news.introduction, news.slug) == (True, "宣传科", "本局要闻", "news")
    assert bureau.page("信息公开").unit == bureau.unit


def test_a_column_that_its_rule_book_gains_is_put_in_its_printed_place(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = columned.COLUMNS
    monkeypatch.setattr(
        columned, "COLUMNS", tuple(each for each in whole if each.label not in ("提示", "办事"))
    )
    registry.reset()
    no_refusals(found_tree(bureau.base, bureau.unit, "columned", bureau.keeper))
    monkeypatch.setattr(columned, "COLUMNS", whole)
    registry.reset()
    no_refusals(found_tree(bureau.base, bureau.unit, "columned", bureau.keeper))
    assert titles(bureau.base) == PRINTED


def test_a_printed_name_that_means_no_unit_is_told_by_name_until_somebody_says_which(bureau: Bureau) -> None:
    order = bureau.units["治安科"]
    order.name = "治安大队"
    order.save()
    (refusal,) = found_tree(bureau.base, bureau.unit, "columned", bureau.keeper)
    assert "没有叫“治安科”的单位，“提示”还没有责任单位" in refusal.sentence
    assert "清河县栏目办法" in str(refusal)
    assert titles(bureau.base) == []
    (refusal,) = name_unit(bureau.unit, "治安科", order, by=stranger(bureau), reason="改称")
    assert "系统管理员" in refusal.sentence
    no_refusals(name_unit(bureau.unit, "治安科", order, by=bureau.keeper, reason="改称大队"))
    no_refusals(found_tree(bureau.base, bureau.unit, "columned", bureau.keeper))
    assert bureau.page("提示").unit == order


def stranger(bureau: Bureau) -> Person:
    bureau.staff("法制科")
    return bureau.managers["法制科"]


def test_a_column_without_its_manager_is_not_opened(bureau: Bureau) -> None:
    bureau.staff("宣传科", "办公室")
    no_refusals(found_tree(bureau.base, bureau.unit, "columned", bureau.keeper))
    signed, refusals = submit_tree(bureau.base, bureau.keeper)
    assert signed == 6
    assert [str(each) for each in refusals] == [
        "治安科还没有栏目员，“提示”不能开通；请管理员先任命。（《清河县栏目办法》第7条）"
    ]
    bureau.staff("治安科")
    assert submit_tree(bureau.base, bureau.keeper) == (1, [])


def test_an_agency_without_the_rule_book_founds_nothing(bureau: Bureau) -> None:
    other = add_unit("清河县教育局", "education", "department", bureau.unit.parent)
    (refusal,) = found_tree(bureau.base, other, "columned", bureau.keeper)
    assert "没有启用规则包" in refusal.sentence


def test_before_anybody_is_there_it_stands_at_once_with_a_permit_a_page(
    db: None, columned: None, citizen: Client
) -> None:
    county = Unit.objects.create(name="清河县人民政府", slug="qinghe", kind="county")
    unit = add_unit("清河县公安局", "police", "department", county)
    for name, slug in SECTIONS:
        add_unit(name, f"police-{slug}", "section", unit)
    Account.objects.create(
        name="清河警务", slug="police-weibo", platform="weibo", unit=unit, channel="weibo-manual"
    )
    found_site("清河县人民政府", [ColumnPlan("公安局", "police", unit)])
    no_refusals(switch_on(unit, "columned", by=None, reason="执行栏目办法"))
    base = ColumnPage.objects.get()
    with CaptureQueriesContext(connection) as asked:
        no_refusals(found_tree(base, unit, "columned"))
    assert len(asked) < 7 * 30
    assert titles(base) == PRINTED
    pages = list(ColumnPage.objects.descendant_of(base))
    assert all(each.live and each.live_revision_id and not each.has_unpublished_changes for each in pages)
    keys = [each.pk for each in pages]
    for rows in (Permit.objects.filter(went_live_at__isnull=False), Contribution.objects.filter(part="page")):
        assert rows.filter(family="page", object_id__in=keys).count() == 7
    assert ColumnPage.objects.get(title="清河警务").account.name == "清河警务"
    assert ColumnPage.objects.get(pk=base.pk).numchild == 3
    assert citizen.get("/police/public/news/").status_code == 200
    assert ColumnPage.find_problems() == ([], [], [], [], [])
