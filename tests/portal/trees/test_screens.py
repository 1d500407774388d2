"""栏目 in the admin: who sees the tree, founds it, names units; what a citizen asked; links that lead nowhere."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from guanwei.accounts.models import Account
from guanwei.audit import clock
from guanwei.organisations.models import Person
from guanwei.portal.models import ColumnPage, Consultation, ContactLook, PrintedUnit
from portal.reading import words
from portal.trees.bureau import Bureau


def at(name: str, *more: Any) -> str:
    return reverse(f"columns:{name}", args=["police", "columned", *more])


def signed_in(client: Client, person: Person) -> Client:
    client.force_login(person)
    return client


def said(answer: Any) -> str:
    return words(answer.content.decode().split('class="gw nice-padding"')[1])


def test_the_keeper_founds_and_signs_from_one_screen(bureau: Bureau, client: Client) -> None:
    bureau.staff()
    signed_in(client, bureau.keeper)
    assert "有 7 个规定的栏目还没有建立" in said(client.get(reverse("columns:index"), follow=True))
    assert "有 7 个栏目还是草稿" in said(client.post(at("found"), {"base": bureau.base.pk}, follow=True))
    screen = said(client.post(at("sign"), follow=True))
    assert screen.count("在用") == 7
    assert "由本机构选定" in screen
    assert ColumnPage.objects.live().descendant_of(bureau.base).count() == 7


def test_a_printed_name_without_a_unit_is_listed_and_the_administrator_says_which(
    bureau: Bureau, client: Client
) -> None:
    order = bureau.units["治安科"]
    order.name = "治安大队"
    order.save()
    signed_in(client, bureau.keeper)
    assert "治安科" in said(client.get(at("tree"))).split("规定中的单位")[1].split("栏目 责任单位")[0]
    refused = client.post(at("found"), {"base": bureau.base.pk})
    assert (refused.status_code, "没有叫“治安科”的单位" in said(refused)) == (422, True)
    client.post(at("name"), {"name": "治安科", "unit": order.slug, "reason": "改称大队"})
    assert PrintedUnit.objects.get().unit == order
    assert "已建成草稿" not in said(client.post(at("found"), {"base": bureau.base.pk}, follow=True))
    assert bureau.page("提示").unit == order


def test_whoever_has_no_part_in_the_agency_does_not_see_its_columns(tree: Bureau, client: Client) -> None:
    signed_in(client, tree.county.water.people["editor"])
    assert client.get(at("tree")).status_code == 404
    assert 'href="/admin/console/columns/"' not in client.get("/admin/").content.decode()
    signed_in(client, tree.managers["法制科"])
    screen = client.get(at("tree"))
    assert "在用" in said(screen)
    assert "签发" not in said(screen)
    refused = client.post(at("found"), {"base": tree.base.pk})
    assert "栏目由网站管理员建立" in said(refused)


def test_what_a_column_lacks_and_how_much_each_unit_has_are_listed(tree: Bureau, client: Client) -> None:
    signed_in(client, tree.keeper)
    assert "办事 便民电话 办事指南" in said(client.get(at("supply")))
    assert client.get(at("counts")).status_code == 200
    post = tree.managers["治安科"].appointments.get()
    post.ends_on = clock.today().replace(year=2021)
    post.save()
    assert "治安科 缺栏目员" in said(client.get(at("tree")))


@pytest.fixture
def asked(tree: Bureau) -> Consultation:
    citizen = Client()
    page = tree.page("办事")
    form = {"question": "怎样换领证件？身份证 110101199003070018 丢了。", "contact": "13812345678"}
    assert citizen.post(reverse("portal:consult", args=[page.pk]), form).status_code == 200
    return Consultation.objects.get()


def test_a_question_goes_to_whoever_leads_the_column_with_personal_data_masked(
    tree: Bureau, asked: Consultation, client: Client
) -> None:
    assert asked.unit == tree.units["办公室"]
    signed_in(client, tree.managers["办公室"])
    listed = client.get(reverse("columns:consultations")).content.decode()
    assert "110****18" in listed
    assert "138****78" in listed
    assert "110101199003070018" not in listed
    assert "13812345678" not in listed


def test_each_look_at_a_citizens_contact_is_kept(tree: Bureau, asked: Consultation, client: Client) -> None:
    address = reverse("columns:consultation", args=[asked.pk])
    signed_in(client, tree.managers["办公室"])
    assert "13812345678" not in client.get(address).content.decode()
    assert not ContactLook.objects.exists()
    assert "13812345678" in client.post(address).content.decode()
    assert ContactLook.objects.get().person == tree.managers["办公室"]
    signed_in(client, tree.managers["法制科"])
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"question": "短"}, "5到1000字之间"),
        ({"question": "字" * 1001}, "5到1000字之间"),
        ({"question": "怎样换领证件？", "contact": "微信联系我"}, "电话号码或电子邮箱"),
    ],
)
def test_a_question_that_cannot_be_answered_is_sent_back_with_what_was_typed(
    tree: Bureau, form: dict[str, str], sentence: str
) -> None:
    answer = Client().post(reverse("portal:consult", args=[tree.page("办事").pk]), form)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert form["question"] in answer.content.decode()
    assert not Consultation.objects.exists()


def test_a_column_without_the_service_takes_no_question(tree: Bureau) -> None:
    address = reverse("portal:consult", args=[tree.page("要闻").pk])
    assert Client().post(address, {"question": "怎样换领证件？"}).status_code == 404


def test_a_dead_link_stands_on_the_keepers_first_screen(tree: Bureau, client: Client) -> None:
    def first_screen(person: Person) -> str:
        return signed_in(client, person).get("/admin/").content.decode()

    assert "“清河警务”还没有选定链接的账号" in first_screen(tree.keeper)
    assert "链接已失效" not in first_screen(tree.managers["法制科"])
    account = Account.objects.create(
        name="清河警务", slug="police-weibo", platform="weibo", unit=tree.units["办公室"],
        channel="weibo-manual", address="https://weibo.example/police",
    )  # fmt: skip
    assert tree.change("清河警务", account=account) == []
    assert "链接已失效" not in first_screen(tree.keeper)
    account.closed_on = clock.today()
    account.save()
    assert "已经注销" in first_screen(tree.keeper)


def test_the_editor_says_what_the_column_is_for_and_offers_its_kinds_of_material(
    tree: Bureau, client: Client
) -> None:
    signed_in(client, tree.managers["宣传科"])

    def form(label: str) -> str:
        return client.get(
            reverse("wagtailadmin_pages:add", args=["publishing", "articlepage", tree.page(label).pk])
        ).content.decode()

    assert "栏目主旨：本局要闻" in form("要闻")
    assert "可以投稿：宣传科、办公室" in form("要闻")
    assert 'name="service"' not in form("要闻")
    signed_in(client, tree.managers["交通科"])
    assert '<option value="columned.phone">便民电话</option>' in form("办事")
