"""L6: a rule that misbehaves, or a plugin that is gone, holds its organisation, by name; others go on."""

from collections.abc import Iterator

import pytest
from guanwei import registry
from guanwei.approvals.models import Submission
from guanwei.organisations.services import switch_on
from guanwei.publishing.services import release, submit
from guanwei.testing.acts import no_refusals, signed, submitted, try_to_sign
from guanwei.testing.scenes import Agency, County, add_agency, staff_by_county_book, write_article

pytestmark = [pytest.mark.law("L6"), pytest.mark.django_db]


@pytest.fixture
def installed() -> Iterator[object]:
    before = registry.configuration()

    def install(*names: str) -> None:
        registry.configure("inline", extra={name: f"dummy_plugins.{name}" for name in names})

    yield install
    registry.configure(before.mode, before.time_limit, before.extra)


@pytest.fixture
def ruled(county: County, installed: object) -> Agency:
    """An agency that switched the plugin on while it was sound."""
    agency = add_agency(county.unit, "清河县教育局", "education")
    staff_by_county_book(agency)
    return agency


def switch(agency: Agency, county: County, plugin: str) -> None:
    no_refusals(switch_on(agency.unit, plugin, by=county.people["administrator"], reason="试行"))


def test_a_rule_that_raises_holds_the_item_and_is_named(
    county: County, ruled: Agency, installed: object
) -> None:
    installed("raises")  # type: ignore[operator]
    switch(ruled, county, "raises")
    article = write_article(county, ruled, ruled.people["editor"])
    submission, refusals = submit(article, ruled.people["editor"])
    assert submission is None
    assert any(each.plugin == "raises" and "raises" in each.sentence for each in refusals)
    assert not Submission.objects.exists()
    other = write_article(county, county.water, county.water.people["editor"])
    submitted(other, county.water.people["editor"])


def test_a_plugin_that_is_gone_holds_submissions_signatures_and_releases(
    county: County, ruled: Agency, installed: object
) -> None:
    installed("healthy")  # type: ignore[operator]
    people = ruled.people
    waiting = submitted(write_article(county, ruled, people["editor"]), people["editor"])
    permitted = signed(
        submitted(write_article(county, ruled, people["editor"]), people["editor"]),
        people["reviewer"],
        people["leader"],
    )
    fresh = write_article(county, ruled, people["editor"])
    switch(ruled, county, "healthy")
    installed()  # type: ignore[operator]
    for refusals in (
        try_to_sign(waiting, people["reviewer"]),
        release(permitted.pk, people["publisher"])[1],
        submit(fresh, people["editor"])[1],
    ):
        assert any(each.plugin == "healthy" for each in refusals)
        assert all(each.sentence for each in refusals)
    assert not waiting.sign_offs.exists()
    other = write_article(county, county.water, county.water.people["editor"])
    signed(submitted(other, county.water.people["editor"]), county.water.people["reviewer"])


def test_a_plugin_that_did_not_load_cannot_be_switched_on(
    county: County, ruled: Agency, installed: object
) -> None:
    installed("import_raises")  # type: ignore[operator]
    refusals = switch_on(ruled.unit, "import_raises", by=county.people["administrator"], reason="试行")
    assert "没有装载成功" in refusals[0].sentence
