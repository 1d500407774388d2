"""A plugin that is gone, or comes back another: what was frozen stays, what is in force and missing holds (law L6)."""

import sys
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from dummy_plugins.misbehaving import module_with, route_hooks
from guanwei import registry
from guanwei.api import ApprovalRoute, Duty, Role, Step, StepKind, Whose, hookimpl
from guanwei.approvals.models import Submission
from guanwei.organisations.models import Person
from guanwei.organisations.services import switch_on
from guanwei.publishing.services import release, submit
from guanwei.testing.acts import no_refusals, released, signed, submitted
from guanwei.testing.scenes import (
    Agency,
    County,
    add_agency,
    add_person,
    put_in_post,
    staff_by_county_book,
    write_post,
)

pytestmark = pytest.mark.law("L6")


def hooks(*steps: Step, roles: tuple[Role, ...]) -> dict[str, Any]:
    """The plugin ``local`` with these steps as its one route; without steps it has no route at all."""
    made = route_hooks("local", lambda _facts: True)
    routes = [ApprovalRoute("local.route", "本局流程", CITES, lambda _facts: True, steps)] if steps else []
    return made | {
        "register_roles": hookimpl(lambda: roles, specname="register_roles"),
        "register_approval_routes": hookimpl(lambda: routes, specname="register_approval_routes"),
    }


CITES = route_hooks("local", lambda _facts: True)["register_roles"]()[0].cites
REVIEWER = Role("local.reviewer", "本局审核员", frozenset({Duty.REVIEW}), CITES)
RELEASER = Role("local.releaser", "本局发布员", frozenset({Duty.RELEASE}), CITES)
REVIEW = Step("local.review", "本局审核", StepKind.REVIEW, REVIEWER.id, Whose.MANAGER, CITES)
RELEASE = Step("local.release", "本局发布", StepKind.RELEASE, RELEASER.id, Whose.MANAGER, CITES)
WHOLE = hooks(REVIEW, RELEASE, roles=(REVIEWER, RELEASER))
WITHOUT_ROUTE = hooks(roles=(REVIEWER, RELEASER))
WITHOUT_ANYTHING = hooks(roles=())


@pytest.fixture
def version(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Installs a version of the plugin, or removes it; the registry starts anew, as after a restart."""
    before = registry.configuration()

    def installed(plugin: dict[str, Any] | None) -> None:
        if plugin is not None:
            monkeypatch.setitem(sys.modules, "dummy_local", module_with(plugin))
        registry.configure("inline", extra={} if plugin is None else {"local": "dummy_local"})

    installed(WHOLE)
    yield installed
    registry.configure(before.mode, before.time_limit, before.extra)


@pytest.fixture
def agency(county: County, version: Any) -> Agency:
    """People in the plugin's posts and, for the day on which it is gone, in the county's."""
    made = add_agency(county.unit, "清河县教育局", "education")
    staff_by_county_book(made)
    for role in (REVIEWER, RELEASER):
        made.people[role.id] = add_person(role.id, role.label)
        put_in_post(made.people[role.id], role.id, made.section)
    no_refusals(switch_on(made.unit, "local", by=county.people["administrator"], reason="试行"))
    return made


@pytest.fixture
def waiting(agency: Agency) -> Submission:
    """A post that waits for the plugin's review."""
    return submitted(write_post(agency, agency.people["editor"]), agency.people["editor"])


def screen(person: Person, submission: Submission) -> str:
    client = Client()
    client.force_login(person)
    return client.get(reverse("review:sign", args=[submission.pk])).content.decode()


def sign_at_the_desk(person: Person, submission: Submission) -> str:
    """Open the signing screen, press 同意; what the next screen says."""
    from guanwei.testing.bench.forms import fields_of

    client = Client()
    client.force_login(person)
    url = reverse("review:sign", args=[submission.pk])
    form = fields_of(client.get(url).content, "form:has([name=seen])")
    return client.post(url, {**form, "action": "sign"}, follow=True).content.decode()


@pytest.mark.defends("a plugin uninstalled between two requests", by="plugin")
def test_the_signer_reads_that_the_plugin_is_gone_and_nothing_is_signed(
    agency: Agency, waiting: Submission, version: Any
) -> None:
    version(None)
    shown = sign_at_the_desk(agency.people[REVIEWER.id], waiting)
    assert "规则包“local”已启用但没有装载" in shown
    assert not waiting.sign_offs.exists()
    version(WHOLE)
    assert "已启用但没有装载" not in sign_at_the_desk(agency.people[REVIEWER.id], waiting)
    assert waiting.sign_offs.count() == 1


def test_a_permitted_item_is_not_released_while_the_plugin_is_gone(
    agency: Agency, waiting: Submission, version: Any
) -> None:
    permitted = signed(waiting, agency.people[REVIEWER.id])
    version(None)
    _made, refusals = release(permitted.pk, agency.people[RELEASER.id])
    assert [each.plugin for each in refusals] == ["local"]
    version(WHOLE)
    released(permitted, agency.people[RELEASER.id])


def test_another_agency_goes_on_while_the_plugin_is_gone(
    county: County, waiting: Submission, version: Any
) -> None:
    version(None)
    people = county.water.people
    ours = signed(
        submitted(write_post(county.water, people["editor"]), people["editor"]),
        people["reviewer"],
        people["leader"],
    )
    released(ours, people["publisher"])


@pytest.mark.parametrize("upgraded", [WITHOUT_ROUTE, WITHOUT_ANYTHING], ids=["route gone", "roles gone too"])
@pytest.mark.defends("an upgrade that drops the route of an item in review", by="plugin")
def test_an_item_walks_the_route_that_it_froze_although_the_new_version_has_none(
    agency: Agency, waiting: Submission, version: Any, upgraded: dict[str, Any]
) -> None:
    version(upgraded)
    assert "本局审核" in screen(agency.people[REVIEWER.id], waiting)
    permitted = signed(waiting, agency.people[REVIEWER.id])
    assert [each.step for each in permitted.steps.all()] == [REVIEW.id, RELEASE.id]
    released(permitted, agency.people[RELEASER.id])


def test_the_next_item_takes_the_new_versions_route(agency: Agency, version: Any) -> None:
    version(WITHOUT_ROUTE)
    post = write_post(agency, agency.people["editor"])
    assert submitted(post, agency.people["editor"]).plugin == "county"


def test_a_new_version_that_does_not_load_holds_like_one_that_is_gone(
    agency: Agency, waiting: Submission, version: Any
) -> None:
    version(WHOLE | {"plugin_label": hookimpl(lambda: 1 / 0, specname="plugin_label")})
    shown = sign_at_the_desk(agency.people[REVIEWER.id], waiting)
    assert "规则包“local”已启用但没有装载" in shown
    _submission, refusals = submit(write_post(agency, agency.people["editor"]), agency.people["editor"])
    assert any(each.plugin == "local" and "ZeroDivisionError" in each.sentence for each in refusals)
