"""第四条至第六条: a member unit works on its own accounts and contributes to the bureau's, which the section runs."""

from typing import Any

import pytest
from django.test import Client
from guanwei.accounts.models import Account
from guanwei.organisations.models import Person, Unit
from guanwei.publishing.models import Post, PostVariant
from guanwei.publishing.services import add_post, submit
from guanwei.testing.acts import no_refusals
from guanwei.testing.scenes import add_person, add_unit, put_in_post

pytestmark = pytest.mark.django_db
POSTS = "/admin/snippets/publishing/post/"


def enter(person: Person) -> Client:
    client = Client()
    client.force_login(Person.objects.get(pk=person.pk))
    return client


def branch(bureau: Any, name: str, slug: str) -> tuple[Unit, Person, Account]:
    """A branch with its dedicated staff member and its own account."""
    unit = add_unit(name, slug, "huaibei-police.branch", bureau.agency.unit)
    staff = add_person(f"{slug}-staff", f"{name}专门人员")
    put_in_post(staff, "huaibei-police.dedicated-staff", unit)
    account = Account.objects.create(
        name=name, slug=f"{slug}-weibo", platform="weibo", unit=unit, channel="weibo-manual"
    )
    return unit, staff, account


def post(by: Person, supplier: Unit, account: Account, title: str) -> Post:
    variant = PostVariant(account=account, text=title, with_link=False)
    known = {"title": title, "supplier": supplier, "manager": account.unit, "category": "county.convenience"}
    return add_post(by, [variant], **known)


@pytest.mark.clause("HBP-4.3", "HBP-6.2", core=True)
def test_staff_work_on_their_own_account_and_contribute_to_the_bureaus(bureau: Any) -> None:
    east, staff, own = branch(bureau, "城东分局", "east")
    head = add_person("east-head", "城东分局主要负责人")
    put_in_post(head, "huaibei-police.unit-head", east)
    post(staff, east, own, "城东夜查")
    contribution = post(staff, east, bureau.agency.weibo, "城东经验")
    submission, refusals = submit(contribution, staff)
    no_refusals(refusals)
    assert submission is not None
    assert (submission.supplier, submission.manager) == (east, bureau.agency.section)
    desk = enter(staff).get("/admin/").content.decode()
    assert "城东夜查" in desk
    assert "城东经验" in desk
    assert "城东经验" in enter(head).get("/admin/console/queue/").content.decode()


@pytest.mark.clause("HBP-5.2a", core=True)
def test_nobody_of_a_branch_drafts_for_the_bureaus_account_as_its_operator(bureau: Any) -> None:
    _east, staff, _own = branch(bureau, "城东分局", "east")
    section = bureau.agency.section
    foreign = post(bureau.people["administrator"], section, bureau.agency.weibo, "市局通报")
    assert enter(staff).get(f"{POSTS}edit/{foreign.pk}/").status_code == 302
    submission, refusals = submit(foreign, staff)
    assert submission is None
    assert any("没有采编职务" in str(each) for each in refusals)


@pytest.mark.clause("HBP-6.1a", core=True)
def test_staff_of_one_branch_do_not_touch_anothers_account(bureau: Any) -> None:
    _east, staff, _own = branch(bureau, "城东分局", "east")
    west, colleague, account = branch(bureau, "城西分局", "west")
    theirs = post(colleague, west, account, "城西夜查")
    assert enter(colleague).get(f"{POSTS}edit/{theirs.pk}/").status_code == 200
    assert enter(staff).get(f"{POSTS}edit/{theirs.pk}/").status_code == 302
