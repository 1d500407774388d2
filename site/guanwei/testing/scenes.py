"""A small fictional county to test in: a portal, two agencies, people in posts, accounts, drafts.

Built through the services, never by writing rows. People are named after their posts.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from guanwei.accounts.models import Account
from guanwei.audit.acting import acting
from guanwei.organisations import services
from guanwei.organisations.models import Person, Unit
from guanwei.organisations.services import appoint
from guanwei.portal.models import ColumnPage, HomePage
from guanwei.portal.services import ColumnPlan, found_site
from guanwei.publishing.models import ArticlePage, ArticleVariant, Post, PostVariant
from guanwei.publishing.services import add_article, add_post

LONG_AGO = date(2020, 1, 1)
PASSWORD = "guanwei-2026"


@dataclass
class Agency:
    """An agency with the section that manages its accounts, and its people by post."""

    unit: Unit
    section: Unit
    weibo: Account
    wechat: Account
    people: dict[str, Person] = field(default_factory=dict)


@dataclass
class County:
    """The scene: ``water`` lives by the county's own book; other agencies are added by tests."""

    unit: Unit
    home: HomePage
    news: ColumnPage
    notices: ColumnPage
    water: Agency
    people: dict[str, Person] = field(default_factory=dict)


def add_unit(name: str, slug: str, kind: str, parent: Unit | None = None) -> Unit:
    """A unit under ``parent``, of a kind that the rules in force there know; a refusal fails the scene."""
    made, refusals = services.add_unit(name, slug, kind, parent, by=None, reason="机构设立")
    if made is None:
        raise AssertionError([str(each) for each in refusals])
    return made


def add_person(username: str, name: str, **fields: Any) -> Person:
    """A person who can sign in with ``PASSWORD``."""
    person = Person(username=username, display_name=name, email=f"{username}@example.test", **fields)
    person.set_password(PASSWORD)
    person.save()
    return person


def put_in_post(
    person: Person, role: str, unit: Unit, oversees: Iterable[Unit] = (), subjects: Iterable[str] = ()
) -> None:
    """Appoint; a refusal fails the scene."""
    _made, refusals = appoint(
        person, role, unit, LONG_AGO, by=None, oversees=oversees, subjects=subjects, basis="任职通知"
    )
    if refusals:
        raise AssertionError([str(each) for each in refusals])


def add_agency(county: Unit, name: str, slug: str, kind: str = "department") -> Agency:
    """An agency with a publicity section, a Weibo and a WeChat account, nobody in post yet."""
    unit = add_unit(name, slug, kind, county)
    section = add_unit(f"{name}宣传科", f"{slug}-publicity", "section", unit)
    weibo = Account.objects.create(
        name=name, slug=f"{slug}-weibo", platform="weibo", unit=section, channel="weibo-manual"
    )
    wechat = Account.objects.create(
        name=name, slug=f"{slug}-wechat", platform="wechat", unit=section, channel="wechat-manual"
    )
    return Agency(unit, section, weibo, wechat)


def staff_by_county_book(agency: Agency) -> None:
    """Editor, reviewer, leader and publisher as the county's book wants them."""
    slug, section = agency.unit.slug, agency.section
    for post, name, role in (
        ("editor", "宣传科编辑", "county.editor"),
        ("reviewer", "宣传科审核员", "county.reviewer"),
        ("publisher", "宣传科发布员", "county.publisher"),
    ):
        agency.people[post] = add_person(f"{slug}-{post}", f"{agency.unit.name}{name}")
        put_in_post(agency.people[post], role, section)
    leader = add_person(f"{slug}-leader", f"{agency.unit.name}分管领导")
    put_in_post(leader, "county.leader-in-charge", agency.unit, oversees=[section])
    agency.people["leader"] = leader


def make_county() -> County:
    """清河县 with its portal, the county office and one agency under the county's own book."""
    unit = add_unit("清河县人民政府", "qinghe", "county")
    home = found_site(
        "清河县人民政府", [ColumnPlan("工作动态", "news", unit), ColumnPlan("通知公告", "notices", unit)]
    )
    news, notices = ColumnPage.objects.order_by("pk")
    people = {
        "keeper": add_person("county-keeper", "县网站管理员"),
        "administrator": add_person("county-administrator", "县系统管理员"),
        "auditor": add_person("county-auditor", "县督查员"),
    }
    put_in_post(people["keeper"], "county.site-keeper", unit)
    put_in_post(people["administrator"], "county.administrator", unit)
    put_in_post(people["auditor"], "county.auditor", unit)
    water = add_agency(unit, "清河县水利局", "water")
    staff_by_county_book(water)
    return County(unit, home, news, notices, water, people)


def write_article(
    county: County, agency: Agency, by: Person, variants: bool = False, **fields: Any
) -> ArticlePage:
    """A complete draft article of the agency, with a Weibo variant when asked."""
    stated: dict[str, Any] = {
        "title": "汛期安全提示",
        "slug": f"flood-{ArticlePage.objects.count()}",
        "supplier": agency.section,
        "manager": agency.section,
        "category": "county.convenience",
        "summary": "汛期请远离河道。",
        "body": [("paragraph", "<p>近日降雨较多，请远离河道和低洼处。</p>")],
    }
    made = [ArticleVariant(account=agency.weibo, text="汛期请远离河道。")] if variants else []
    return add_article(county.news, by, made, **{**stated, **fields})


def write_post(agency: Agency, by: Person, **fields: Any) -> Post:
    """A complete draft post for the agency's Weibo account; ``text`` is what it says."""
    text = fields.pop("text", "今晚八时至十时检修停水。")
    stated: dict[str, Any] = {
        "title": "停水通知",
        "supplier": agency.section,
        "manager": agency.section,
        "category": "county.convenience",
    }
    variant = PostVariant(account=agency.weibo, text=text, with_link=False)
    with acting(by):
        return add_post(by, [variant], **{**stated, **fields})
