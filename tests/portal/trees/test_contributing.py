"""Who may put what where: lead, co-owners and contributors submit, the lead's column manager alone puts online."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from guanwei.audit import clock
from guanwei.publishing.content.facts import facts_of
from guanwei.publishing.services import foresee, release, submit
from guanwei.publishing.services.writing import save_draft
from guanwei.testing.acts import released, signed, submitted
from guanwei.testing.scenes import add_unit
from portal.trees.bureau import Bureau


def against(tree: Bureau, label: str, supplier: str) -> list[str]:
    """What stands against an article of ``supplier`` in the column."""
    draft = tree.draft(label, supplier)
    return [each.sentence for each in foresee(draft, tree.managers[supplier]).refusals]


def test_lead_co_owner_and_contributor_submit_and_nobody_else(tree: Bureau) -> None:
    takes = {
        label: [name for name in tree.units if not against(tree, label, name)]
        for label in ("要闻", "提示", "年报")
    }
    assert takes == {"要闻": ["宣传科", "办公室"], "提示": ["治安科", "交通科"], "年报": ["办公室"]}


def test_the_refusal_cites_the_columns_article_and_says_who_may(tree: Bureau) -> None:
    submission, refusals = submit(tree.draft("提示", "法制科"), tree.managers["法制科"])
    assert submission is None
    assert [str(each) for each in refusals] == [
        "法制科不是“提示”的责任单位或供稿单位，不能向它投稿；可以投稿的有治安科、交通科。（《清河县栏目办法》第3条）"
    ]


def test_a_stranger_cannot_submit_in_the_leads_name(tree: Bureau) -> None:
    draft = tree.draft("提示", "法制科", manager=tree.units["治安科"])
    draft.supplier, draft.manager = draft.manager, draft.supplier
    save_draft(draft, tree.managers["法制科"])
    assert [each.sentence[:13] for each in submit(draft, tree.managers["法制科"])[1]] == [
        "法制科不是“提示”的责任单"
    ]


def test_a_unit_below_a_contributor_is_one(tree: Bureau) -> None:
    tree.units["交通科一中队"] = add_unit("交通科一中队", "police-traffic-1", "section", tree.units["交通科"])
    tree.staff("交通科一中队")
    assert against(tree, "提示", "交通科一中队") == []


def test_the_draft_of_a_contributor_waits_for_the_manager_of_the_lead(tree: Bureau) -> None:
    submission = signed(
        submitted(tree.draft("提示", "交通科"), tree.managers["交通科"]), tree.heads["交通科"]
    )
    for name in ("交通科", "宣传科"):
        made, refusals = release(submission.pk, tree.managers[name])
        assert made is None
        assert "“上网”由治安科栏目员签署" in refusals[0].sentence
    assert released(submission, tree.managers["治安科"]).object_id == submission.object_id


def test_a_column_out_of_use_or_without_manager_takes_nothing(tree: Bureau) -> None:
    from portal.trees.test_keeping import changed

    signed(submitted(changed(tree, "办事", closed=True), tree.keeper), tree.keeper)
    assert against(tree, "办事", "办公室") == ["栏目“办事”已停用，不再收稿；请改放其他栏目。"]
    post = tree.managers["治安科"].appointments.get()
    post.ends_on = clock.today().replace(year=2021)
    post.save()
    assert "“提示”的责任单位治安科还没有栏目员，暂不收稿" in "".join(against(tree, "提示", "交通科"))


def test_rules_are_told_of_the_column(tree: Bureau) -> None:
    facts = facts_of(tree.draft("提示", "法制科"), clock.now()).column_facts
    assert facts is not None
    assert (facts.id, facts.slug, facts.lead.slug, facts.supplier_may) == (
        "columned.tips",
        "tips",
        "police-order",
        False,
    )


def test_the_chooser_offers_what_takes_the_persons_items(tree: Bureau, client: Client) -> None:
    client.force_login(tree.managers["交通科"])
    page = client.get(reverse("articles:choose_parent")).content.decode()
    assert [label for label in ("要闻", "提示", "年报", "办事", "清河警务") if label in page] == [
        "提示",
        "办事",
    ]


def test_the_chooser_asks_as_often_for_many_columns_as_for_few(tree: Bureau, client: Client) -> None:
    def asked() -> int:
        client.force_login(tree.managers["交通科"])
        client.get(reverse("articles:choose_parent"))
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("articles:choose_parent"))
        return len(queries)

    before = asked()
    for number in range(4):
        tree.column(f"栏目{number}", f"more-{number}", tree.unit, tree.base)
    assert asked() == before


def test_the_countys_own_columns_stay_open_to_everybody_and_the_trees_to_its_own(
    tree: Bureau, client: Client
) -> None:
    client.force_login(tree.county.water.people["editor"])
    page = client.get(reverse("articles:choose_parent")).content.decode()
    offered = [
        label
        for label in ("工作动态", "通知公告", "要闻", "提示", "年报", "办事")
        if f"<strong>{label}</strong>" in page
    ]
    assert offered == ["工作动态", "通知公告"]
