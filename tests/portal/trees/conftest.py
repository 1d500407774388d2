"""A police bureau in the county, whose rule book declares a tree of seven columns."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from guanwei import registry
from guanwei.organisations.services import switch_on
from guanwei.portal.services import found_tree
from guanwei.testing.acts import no_refusals
from guanwei.testing.asking import SCENES, commits
from guanwei.testing.scenes import County, add_person, add_unit, make_county, put_in_post
from portal.trees.bureau import SECTIONS, Bureau


@contextmanager
def columns_declared() -> Iterator[None]:
    """The plugin that declares them is there."""
    before = registry.configuration()
    registry.configure("inline", extra={"columned": "dummy_plugins.columned"})
    yield
    registry.configure(before.mode, before.time_limit, before.extra)


@pytest.fixture
def columned() -> Iterator[None]:
    with columns_declared():
        yield


@pytest.fixture
def bureau(columned: None, county: County) -> Bureau:
    """Its units, its rule book switched on, its keeper, and a page of its own; no declared column stands yet."""
    return make_bureau(county)


def make_bureau(county: County) -> Bureau:
    unit = add_unit("清河县公安局", "police", "department", county.unit)
    units = {name: add_unit(name, f"police-{slug}", "section", unit) for name, slug in SECTIONS}
    no_refusals(switch_on(unit, "columned", by=None, reason="执行栏目办法"))
    keeper = add_person("police-keeper", "公安局网站管理员")
    put_in_post(keeper, "county.site-keeper", unit)
    put_in_post(keeper, "county.administrator", unit)
    made = Bureau(county, unit, units, keeper)
    made.base = made.column("公安局", "police", unit, county.home)
    return made


def make_tree() -> Bureau:
    """The bureau with its columns founded, managed and signed."""
    with columns_declared():
        bureau = make_bureau(make_county())
        bureau.staff()
        no_refusals(found_tree(bureau.base, bureau.unit, "columned", bureau.keeper))
        bureau.sign()
    return bureau


SCENES["tree"] = make_tree


@pytest.fixture
def tree(request: pytest.FixtureRequest, columned: None, founding: Any, db: None) -> Bureau:
    """The whole tree, made once for all tests that ask for it."""
    return make_tree() if commits(request.node) else founding.scene("tree")
