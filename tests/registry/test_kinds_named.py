"""A post or a seat names kinds of units that there are: the tree's own structures, or kinds that a plugin declares."""

import pytest
from guanwei.api import Body, BodySeat, Citation, Declarations, Duty, Role, Structure, UnitKind
from guanwei.registry.loaded import Loaded, LoadedPlugin
from guanwei.registry.references import refuse_dangling

CITES = (Citation("办法", "第一条"),)
BRANCH = UnitKind("some.branch", "分局", CITES, Structure.AFFILIATED_UNIT)


def loaded(kind: str) -> LoadedPlugin:
    role = Role("some.head", "负责人", frozenset({Duty.REVIEW}), CITES, unit_kinds=("section", kind))
    seat = BodySeat("some.seat", "成员", CITES, ("some.head",), (kind,))
    body = Body("some.group", "领导小组", CITES, (seat,))
    declared = Declarations(roles=(role,), bodies=(body,), unit_kinds=(BRANCH,))
    (one,) = refuse_dangling((Loaded(LoadedPlugin("some", "1", "某局", "some"), declared),))
    return one.plugin


@pytest.mark.parametrize("kind", ["some.branch", "affiliated_unit"])
def test_a_kind_that_there_is_may_be_named(kind: str) -> None:
    assert loaded(kind).error == ""


def test_a_kind_that_nobody_declares_holds_the_plugin() -> None:
    assert "some.brunch" in loaded("some.brunch").error
