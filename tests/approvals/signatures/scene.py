"""清河县交通局, which lives by a book with every kind of signature."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from guanwei import registry
from guanwei.organisations.services import switch_on
from guanwei.publishing.models import ArticlePage
from guanwei.testing.acts import no_refusals
from guanwei.testing.scenes import Agency, County, add_agency, add_person, put_in_post, write_article

BOOK = "joint"
SECTION_POSTS = {
    "editor": ("宣传科编辑", "county.editor"),
    "publisher": ("宣传科发布员", "county.publisher"),
    "legal": ("法制员", "joint.legal"),
    "finance": ("财务员", "joint.finance"),
    "safety": ("安全员", "joint.safety"),
    "editing": ("责任编辑", "joint.editing"),
    "discipline": ("纪检员", "joint.discipline"),
    "clerk": ("文书", "joint.clerk"),
    "keeper": ("档案员", "joint.keeper"),
}


@contextmanager
def joint_rules() -> Iterator[None]:
    """The book is installed inside."""
    before = registry.configuration()
    registry.configure("inline", extra={BOOK: "dummy_plugins.joint"})
    try:
        yield
    finally:
        registry.configure(before.mode, before.time_limit, before.extra)


def make_bureau(county: County) -> Agency:
    """One person a post in its section, two leaders in the bureau."""
    agency = add_agency(county.unit, "清河县交通局", "traffic")
    no_refusals(switch_on(agency.unit, BOOK, by=county.people["administrator"], reason="执行联审办法"))
    for post, (name, role) in SECTION_POSTS.items():
        agency.people[post] = add_person(f"traffic-{post}", f"交通局{name}")
        put_in_post(agency.people[post], role, agency.section)
    for post, name in (("leader", "局长"), ("deputy", "副局长")):
        agency.people[post] = add_person(f"traffic-{post}", f"交通局{name}")
        put_in_post(agency.people[post], "joint.leader", agency.unit)
    return agency


def write_in(county: County, bureau: Agency, category: str, **fields: Any) -> ArticlePage:
    """A draft of the bureau in one of the book's categories."""
    by = fields.pop("by", bureau.people["editor"])
    stated = {"category": f"joint.{category}", "variants": True, **fields}
    return write_article(county, bureau, by, **stated)
