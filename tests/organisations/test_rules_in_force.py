"""Rules are inherited down the tree; a mandatory one holds below; the county's book rules everybody."""

import pytest
from guanwei import registry
from guanwei.organisations.models import Activation, Unit
from guanwei.organisations.queries.rules import COUNTY_RULES, Said, in_force, rules_in_force
from guanwei.organisations.services import switch_off, switch_on
from guanwei.testing.acts import no_refusals
from guanwei.testing.scenes import add_person
from hypothesis import given
from hypothesis import strategies as st

PLUGINS = st.sampled_from(["a", "b", COUNTY_RULES])
SAYINGS = st.lists(
    st.builds(Said, PLUGINS, st.integers(0, 3), st.booleans(), st.booleans()),
    max_size=8,
    unique_by=lambda each: (each.plugin, each.distance),
)


@given(SAYINGS)
def test_a_mandatory_rule_is_in_force_below_whatever_is_said_there(said: list[Said]) -> None:
    active = {each.plugin: each for each in in_force(said, 4)}
    for each in said:
        if each.on and each.mandatory:
            assert active[each.plugin].mandatory
    assert COUNTY_RULES in active


@given(SAYINGS, st.randoms())
def test_the_order_in_which_units_spoke_does_not_matter(said: list[Said], random: object) -> None:
    shuffled = list(said)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert in_force(shuffled, 4) == in_force(said, 4)


@given(SAYINGS)
def test_without_force_from_above_the_nearest_say_decides(said: list[Said]) -> None:
    free = [each for each in said if not each.mandatory and each.plugin != COUNTY_RULES]
    active = {each.plugin for each in in_force(free, 4)} - {COUNTY_RULES}
    nearest: dict[str, Said] = {}
    for each in free:
        if each.plugin not in nearest or each.distance < nearest[each.plugin].distance:
            nearest[each.plugin] = each
    assert active == {plugin for plugin, each in nearest.items() if each.on}


@pytest.fixture
def branch(db: None) -> list[Unit]:
    """A section, its agency, the county."""
    county = Unit.objects.create(name="清河县", slug="qinghe", kind="county")
    agency = Unit.objects.create(name="清河县教育局", slug="education", kind="department", parent=county)
    section = Unit.objects.create(
        name="清河县教育局宣传科", slug="education-p", kind="section", parent=agency
    )
    before = registry.configuration()
    registry.configure("inline", extra={"healthy": "dummy_plugins.healthy"})
    yield [section, agency, county]  # type: ignore[misc]
    registry.configure(before.mode, before.time_limit, before.extra)


def names(unit: Unit) -> list[str]:
    return [each.plugin for each in rules_in_force(unit)]


def test_an_agency_switches_its_book_on_for_its_sections(branch: list[Unit]) -> None:
    section, agency, county = branch
    by = add_person("administrator", "系统管理员")
    no_refusals(switch_on(agency, "healthy", by=by, reason="本局细则施行"))
    assert names(section) == ["healthy", "county"]
    assert names(county) == ["county"]
    said = Activation.objects.get()
    assert (said.history.first().history_user, said.reason) == (by, "本局细则施行")


def test_what_the_county_makes_mandatory_is_not_switched_off_below(branch: list[Unit]) -> None:
    section, agency, county = branch
    by = add_person("administrator", "系统管理员")
    no_refusals(switch_on(county, "healthy", by=by, reason="全县执行", mandatory=True))
    refusals = switch_off(agency, "healthy", by=by, reason="不想用")
    assert "清河县" in refusals[0].sentence
    assert names(section) == ["healthy", "county"]


@pytest.mark.parametrize("reason", ["", "   "])
def test_switching_without_a_reason_is_refused(branch: list[Unit], reason: str) -> None:
    refusals = switch_on(branch[1], "healthy", by=None, reason=reason)
    assert "理由" in refusals[0].sentence
    assert not Activation.objects.exists()


def test_a_plugin_that_nobody_installed_is_refused_by_name(branch: list[Unit]) -> None:
    refusals = switch_on(branch[1], "no-such-book", by=None, reason="试")
    assert "no-such-book" in refusals[0].sentence


def test_the_countys_own_book_is_not_switched_off(branch: list[Unit]) -> None:
    assert switch_off(branch[1], "county", by=None, reason="试")
