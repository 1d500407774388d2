"""Who writes where: by posts held today, for pages, posts and files. Nobody publishes."""

import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from guanwei.audit import clock
from guanwei.organisations.models import Appointment, Person
from guanwei.organisations.services import delegate, end_appointment
from guanwei.publishing.models import ArticlePage, Picture, Post
from guanwei.publishing.services import save_draft
from guanwei.testing.acts import released, signed, submitted
from guanwei.testing.scenes import County, write_article
from wagtail.models import Page, Task, Workflow
from wagtail.permissions import policy_registry

from .conftest import Enter, edit_url

HOME = "/admin/"


def as_seen(person: Person) -> Person:
    """The person as a request would load it: what was asked before is forgotten."""
    return Person.objects.get(pk=person.pk)


@pytest.mark.parametrize("kind", ["article", "post"])
@pytest.mark.parametrize(
    ("who", "opens"),
    [("editor", True), ("supplier", False), ("stranger", False), ("reviewer", False), ("auditor", False)],
)
def test_only_writers_of_the_units_open_the_editor(
    request: pytest.FixtureRequest, people: dict[str, Person], enter: Enter, kind: str, who: str, opens: bool
) -> None:
    answer = enter(people[who]).get(edit_url(request.getfixturevalue(kind)))
    assert answer.status_code == (200 if opens else 302)


@pytest.mark.parametrize("kind", ["article", "post"])
def test_the_supplying_units_writer_shares_the_manuscript(
    request: pytest.FixtureRequest, people: dict[str, Person], enter: Enter, kind: str
) -> None:
    obj = request.getfixturevalue(kind)
    obj.supplier = Appointment.objects.get(person=people["supplier"]).unit
    obj.save()
    save_draft(obj, people["editor"])
    assert enter(people["supplier"]).get(edit_url(obj)).status_code == 200


def test_who_holds_no_post_does_not_see_the_admin(people: dict[str, Person], enter: Enter) -> None:
    answer = enter(people["nobody"]).get(HOME)
    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("wagtailadmin_login"))


def test_every_holder_of_a_post_sees_the_admin(people: dict[str, Person], enter: Enter) -> None:
    for who in ("editor", "reviewer", "leader", "publisher", "keeper", "administrator", "auditor"):
        assert enter(people[who]).get(HOME).status_code == 200, who


def test_a_delegate_sees_the_admin_while_the_delegation_stands(people: dict[str, Person]) -> None:
    post = Appointment.objects.get(person=people["leader"])
    day = datetime.date(2026, 3, 1)
    _made, refusals = delegate(post, people["nobody"], day, day, "授权书", by=people["leader"])
    assert not refusals
    moment = datetime.datetime(2026, 3, 1, 4, tzinfo=datetime.UTC)
    with clock.at(moment):
        assert as_seen(people["nobody"]).has_perm("wagtailadmin.access_admin")
    with clock.at(moment + datetime.timedelta(days=1)):
        assert not as_seen(people["nobody"]).has_perm("wagtailadmin.access_admin")


def test_rights_end_with_the_post(article: ArticlePage, people: dict[str, Person], enter: Enter) -> None:
    post = Appointment.objects.get(person=people["editor"])
    end_appointment(post, clock.today() - datetime.timedelta(days=1), by=None, reason="调离")
    assert enter(people["editor"]).get(edit_url(article)).status_code == 302


def test_nobody_holds_publish_superusers_included(
    county: County, article: ArticlePage, post: Post, people: dict[str, Person]
) -> None:
    root = Person.objects.create_superuser("root", password="long enough to pass")
    for person in map(as_seen, (root, people["editor"], people["keeper"], people["publisher"])):
        for model in (Page, ArticlePage, Post):
            assert not policy_registry.get_by_type(model).user_has_permission(person, "publish")
        for page in (county.home, county.news, article):
            tester = page.permissions_for_user(person)
            assert not tester.can_publish()
            assert not tester.can_publish_subpage()
            assert not tester.can_set_view_restrictions()


def test_nobody_changes_wagtails_own_workflows(people: dict[str, Person]) -> None:
    root = Person.objects.create_superuser("root", password="long enough to pass")
    for model in (Workflow, Task):
        assert not policy_registry.get_by_type(model).user_has_any_permission(
            root, {"add", "change", "delete"}
        )


def test_the_site_keeper_edits_columns_and_writers_only_add_below(
    county: County, people: dict[str, Person]
) -> None:
    keeper, editor = (county.news.permissions_for_user(as_seen(people[who])) for who in ("keeper", "editor"))
    assert keeper.can_edit()
    assert not editor.can_edit()
    assert editor.can_add_subpage()
    assert not county.news.permissions_for_user(as_seen(people["reviewer"])).can_add_subpage()


def test_a_writer_sees_the_structure_and_own_drafts_but_not_others(
    county: County, article: ArticlePage, people: dict[str, Person]
) -> None:
    policy = policy_registry.get_by_type(Page)
    own = set(policy.explorable_instances(as_seen(people["editor"])).values_list("pk", flat=True))
    others = set(policy.explorable_instances(as_seen(people["stranger"])).values_list("pk", flat=True))
    assert {county.home.pk, county.news.pk, article.pk} <= own
    assert {county.home.pk, county.news.pk} <= others
    assert article.pk not in others


def test_taking_down_is_a_right_of_its_own(
    county: County, article: ArticlePage, people: dict[str, Person]
) -> None:
    submission = signed(submitted(article, people["editor"]), people["reviewer"], people["leader"])
    released(submission, people["publisher"])
    live = ArticlePage.objects.get(pk=article.pk)
    may = {who: live.permissions_for_user(as_seen(people[who])).can_unpublish() for who in people}
    assert may["publisher"]
    assert may["leader"]
    assert may["keeper"]
    assert not may["editor"]
    assert not may["stranger"]


def test_writers_add_and_choose_pictures_and_reviewers_do_not(people: dict[str, Person]) -> None:
    policy = policy_registry.get_by_type(Picture)
    assert policy.user_has_permission(as_seen(people["editor"]), "add")
    assert policy.user_has_permission(as_seen(people["editor"]), "choose")
    assert not policy.user_has_permission(as_seen(people["reviewer"]), "add")


def test_lists_ask_no_more_for_more_articles(
    county: County, article: ArticlePage, people: dict[str, Person], enter: Enter
) -> None:
    client = enter(people["editor"])
    few = _queries(client)
    for number in range(6):
        write_article(county, county.water, people["editor"], title=f"第{number}篇", slug=f"more-{number}")
    assert _queries(client) <= few + 1


def _queries(client: Client) -> int:
    address = reverse("articles:index")
    assert client.get(address).status_code == 200
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)
