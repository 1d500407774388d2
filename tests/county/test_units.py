"""The notice's header: which units the regulation binds."""

import pytest
from guanwei.organisations.models import Unit
from guanwei.organisations.queries.kinds import kind_label, kinds_below
from guanwei.organisations.queries.rules import COUNTY_RULES, rules_in_force
from guanwei.organisations.services import add_unit, change_unit
from guanwei.testing.acts import no_refusals
from guanwei.testing.scenes import County

BOUND = ["乡镇人民政府", "街道办事处", "政府部门", "直属机构"]


@pytest.mark.clause("YC-N0.2")
def test_a_unit_of_the_county_is_of_one_of_the_four_kinds_and_in_scope(county: County) -> None:
    assert [each.label for each in kinds_below(county.unit)] == BOUND
    made, refusals = add_unit(
        "清河县柳林镇人民政府", "liulin", "county.township", county.unit, by=None, reason="设立"
    )
    no_refusals(refusals)
    assert made is not None
    assert (made.kind, kind_label(made)) == ("township", "乡镇人民政府")
    assert COUNTY_RULES in [each.plugin for each in rules_in_force(made)]


@pytest.mark.clause("YC-N0.2")
@pytest.mark.parametrize(
    "kind", ["section", "affiliated_unit", "county", "huaibei-police.branch", "nonsense"]
)
def test_a_unit_of_another_kind_is_refused_with_the_four_that_may_be(county: County, kind: str) -> None:
    made, refusals = add_unit("清河县某中心", "centre", kind, county.unit, by=None, reason="设立")
    assert made is None
    assert "、".join(BOUND) in refusals[0].sentence
    assert [cite.article for cite in refusals[0].cites] == ["抬头"]
    assert not Unit.objects.filter(slug="centre").exists()


def test_a_structure_that_one_kind_has_means_that_kind(county: County) -> None:
    assert county.water.unit.declared_kind == "county.department"
    assert county.water.section.declared_kind == ""


def test_a_section_does_not_become_a_department_by_moving(county: County) -> None:
    by = county.people["administrator"]
    refused = change_unit(county.water.section, by=by, reason="调整", parent=county.unit)
    assert "政府部门" in refused[0].sentence
    county.water.section.refresh_from_db()
    assert county.water.section.parent == county.water.unit
