"""Units are added and changed by document; what can't be is refused with the sentence, and nothing is written."""

import pytest
from guanwei.audit import clock
from guanwei.organisations.models import Unit
from guanwei.organisations.services import add_unit, change_unit
from guanwei.testing.acts import no_refusals
from guanwei.testing.scenes import County

GIVEN = {"name": "法规科", "slug": "water-law", "kind": "section", "reason": "水编〔2026〕1号"}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"name": " "}, "单位名称"),
        ({"reason": ""}, "依据"),
        ({"slug": "法规科"}, "代号只能用"),
        ({"slug": "w" * 61}, "最长"),
        ({"slug": "water"}, "已有单位使用"),
        ({"kind": "township"}, ""),
    ],
)
def test_a_unit_with_something_wrong_is_not_added(county: County, changes: dict[str, str], said: str) -> None:
    before = Unit.objects.count()
    given = {**GIVEN, **changes}
    parent = county.water.section if "kind" in changes else county.water.unit
    made, refusals = add_unit(**given, parent=parent, by=None)
    assert made is None
    assert len(refusals) == 1
    assert said in refusals[0].sentence
    assert Unit.objects.count() == before


def test_a_second_county_is_refused(county: County) -> None:
    made, refusals = add_unit("另一县", "other", "county", None, by=None, reason="设立")
    assert made is None
    assert "只有一个" in refusals[0].sentence


def test_a_new_unit_is_on_record_with_person_and_document(county: County) -> None:
    by = county.people["administrator"]
    made, refusals = add_unit(**GIVEN, parent=county.water.unit, by=by)
    no_refusals(refusals)
    assert made is not None
    entry = made.history.get()
    assert (entry.history_user, entry.history_change_reason) == (by, "水编〔2026〕1号")


def test_a_unit_is_renamed_and_put_below_another(county: County) -> None:
    other, _none = add_unit(
        "清河县河道中心", "river", "affiliated_unit", county.water.unit, by=None, reason="设立"
    )
    by = county.people["administrator"]
    no_refusals(
        change_unit(county.water.section, by=by, reason="机构调整", name="水利局综合科", parent=other)
    )
    changed = Unit.objects.get(pk=county.water.section.pk)
    assert (changed.name, changed.parent, changed.kind) == ("水利局综合科", other, "section")
    assert changed.history.first().history_change_reason == "机构调整"


def test_a_unit_cannot_stand_below_itself(county: County) -> None:
    refused = change_unit(county.water.unit, by=None, reason="调整", parent=county.water.section)
    assert "另选上级" in refused[0].sentence


def test_a_closed_unit_takes_no_units(county: County) -> None:
    county.water.unit.closed_on = clock.today()
    county.water.unit.save()
    made, refusals = add_unit(**GIVEN, parent=county.water.unit, by=None)
    assert made is None
    assert "已经撤销" in refusals[0].sentence
