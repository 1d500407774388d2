"""清河县公安局 under the notice: its units as printed, the portal's 64 columns, people in posts, some live items."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest
from django.core.files.base import ContentFile
from guanwei.accounts.models import Account
from guanwei.approvals.gate import passing
from guanwei.approvals.services.permits import genesis
from guanwei.audit.acting import acting
from guanwei.organisations.models import Person, Unit
from guanwei.organisations.services import switch_on
from guanwei.portal.models import ColumnPage
from guanwei.portal.services import ColumnPlan, found_site, found_tree, name_unit
from guanwei.publishing.models import ArticlePage, Attachment
from guanwei.publishing.services import add_article, submit
from guanwei.testing.acts import no_refusals, signed
from guanwei.testing.asking import SCENES, commits
from guanwei.testing.scenes import add_person, add_unit, put_in_post
from guanwei_ankang_police.models import PressRelease

BOOK = "ankang-police"
# Departments, each with the sections that the notice names; then counties. 消防 has moved away.
DEPARTMENTS = {
    "指挥中心": ["指挥中心秘书科"],
    "政治部": ["政治部宣传科", "政治部组教科", "政治部人事科"],
    "法制支队": [],
    "警务保障处": [],
    "刑警支队": [],
    "治安支队": [],
    "信访科": [],
    "纪委": [],
} | {name: [] for name in ("户政", "保安", "出入境", "监管", "交警", "禁毒", "网安", "经侦", "经文保")}
COUNTIES = {"东山县公安局": "county-bureau", "河西分局": "branch"}
# The notice calls two detachments by the names of their work.
CALLED = {"治安": "治安支队", "刑侦": "刑警支队"}
LEADS = ("指挥中心", "指挥中心秘书科", "政治部宣传科", "政治部组教科", "政治部人事科", "法制支队", "警务保障处",
         "刑警支队", "治安支队", "信访科", "纪委")  # fmt: skip
SUPPLIERS = ("交警", "户政", "禁毒", "东山县公安局", "河西分局")
WORDS = [("paragraph", "<p>请注意交通安全。</p>")]


@dataclass
class Police:
    """``units`` by name; ``people`` by post and unit: ``people["manager", "法制支队"]``."""

    unit: Unit
    base: ColumnPage
    units: dict[str, Unit]
    people: dict[tuple[str, str], Person] = field(default_factory=dict)

    def page(self, label: str) -> ColumnPage:
        """The column of that name in the bureau's tree."""
        below = ColumnPage.objects.select_related("unit").filter(path__startswith=self.base.path)
        return below.get(title=label)

    def listed(self, label: str) -> list[str]:
        """The names of the columns below, in their order."""
        parent = self.page(label) if label else self.base
        return list(ColumnPage.objects.child_of(parent).order_by("path").values_list("title", flat=True))

    def write(self, label: str, supplier: str, by: Person | None = None, **fields: Any) -> ArticlePage:
        """A draft of ``supplier`` in the column."""
        unit = self.units[supplier]
        stated = {"title": f"{supplier}稿件", "slug": f"a{ArticlePage.objects.count()}", "supplier": unit}
        stated |= {"manager": unit, "category": "county.convenience", "body": WORDS}
        with acting(by):
            return add_article(self.page(label), by, **{**stated, **fields})

    def draft(self, label: str, supplier: str, **fields: Any) -> ArticlePage:
        """The same, written by the unit's own handler or column manager."""
        by = self.people.get(("handler", supplier)) or self.people["manager", supplier]
        return self.write(label, supplier, by, **fields)

    def leaders_activity(self, supplier: str = "交警", release: bool = True, **extra: Any) -> ArticlePage:
        """A draft about a leader's activity for 部门动态, with its press release unless ``release`` says no."""
        facts: dict[str, Any] = {f"{BOOK}.activity_ends": "2026-06-05 18:00"} | extra
        if release:
            said = {
                "title": "局领导调研交通安全",
                "issued_on": date(2026, 6, 5),
                "text": "局领导到一线调研。",
            }
            made = PressRelease.objects.create(organisation=self.unit, **said)
            facts[f"{BOOK}.press-release"] = made.pk
        return self.draft("部门动态", supplier, category=f"{BOOK}.leaders-activity", extra=facts)

    def change(self, label: str, **fields: Any) -> list[str]:
        """The keeper changes the column, submits and signs it; what stands against that."""
        keeper = self.people["keeper", ""]
        draft = self.page(label).get_latest_revision_as_object()
        for name, value in fields.items():
            setattr(draft, name, value)
        with acting(keeper):
            draft.save_revision(user=keeper)
        submission, refusals = submit(draft, keeper)
        if submission is not None:
            signed(submission, keeper)
        return [str(each) for each in refusals]


def _publish(police: Police, label: str, supplier: str, title: str, **fields: Any) -> None:
    """Live by the genesis of the site, while nobody is there."""
    article = police.write(label, supplier, title=title, **fields)
    revision = article.get_latest_revision()
    with passing(genesis(revision.as_object(), "网站初建")):
        revision.publish(skip_permission_checks=True)


def _units(unit: Unit) -> dict[str, Unit]:
    found: dict[str, Unit] = {}
    for number, (name, sections) in enumerate(DEPARTMENTS.items()):
        found[name] = add_unit(name, f"police-{number}", f"{BOOK}.department", unit)
        for inner, section in enumerate(sections):
            found[section] = add_unit(section, f"police-{number}-{inner}", f"{BOOK}.department", found[name])
    for number, (name, kind) in enumerate(COUNTIES.items()):
        found[name] = add_unit(name, f"police-county-{number}", f"{BOOK}.{kind}", unit)
    return found


def _accounts(unit: Unit) -> None:
    for name, platform in (("安康公安新浪微博", "weibo"), ("安康市公安局微信公共平台", "wechat")):
        Account.objects.create(
            name=name,
            slug=f"police-{platform}",
            platform=platform,
            unit=unit,
            channel=f"{platform}-manual",
            address=f"https://{platform}.example/police",
        )


def _items(police: Police) -> None:
    """One live item in each column that is shown on the page, one behind a link, and what some units supplied."""
    for label in police.listed("信息公开")[:-1]:
        _publish(police, label, police.page(label).unit.name, f"{label}之一")
    _publish(police, "县区动态", "东山县公安局", "东山一")
    _publish(police, "县区动态", "东山县公安局", "东山二")
    _publish(police, "县区动态", "河西分局", "河西一")
    _publish(police, "统计数据", "指挥中心秘书科", "上半年警情数")
    for service in ("telephone", "procedure", "online-approval"):
        _publish(police, "禁毒", "禁毒", f"禁毒{service}", service=f"{BOOK}.{service}")
    form = Attachment.objects.create(title="迁移申请表", file=ContentFile(b"form", name="form.txt"))
    for service, more in (
        ("telephone", {"summary": "户籍电话 0000-1234567"}),
        ("guide", {}),
        ("forms", {"body": [*WORDS, ("attachment", form)]}),
    ):
        _publish(police, "户政", "户政", f"户政{service}", service=f"{BOOK}.{service}", **more)


def _people(police: Police) -> None:
    def engage(post: str, unit: str, role: str, name: str, **more: Any) -> None:
        person = add_person(f"{post}-{police.units[unit].slug}", name)
        put_in_post(person, role, police.units[unit], **more)
        police.people[post, unit] = person

    for unit in LEADS:
        engage("manager", unit, f"{BOOK}.column-manager", f"{unit}栏目管理员")
        engage("section_head", unit, f"{BOOK}.section-head", f"{unit}科室负责人")
        engage("head", unit, f"{BOOK}.department-head", f"{unit}负责人")
    for unit in SUPPLIERS:
        engage("handler", unit, f"{BOOK}.handler", f"{unit}承办人")
        engage("head", unit, f"{BOOK}.department-head", f"{unit}负责人")
    police.units[""] = police.unit
    overseen = [police.units[name] for name in ("交警", "东山县公安局")]
    engage("leader", "", f"{BOOK}.bureau-leader-in-charge", "分管局领导", oversees=overseen)
    engage("chief", "", f"{BOOK}.bureau-chief", "局主要领导")
    engage("keeper", "", "county.site-keeper", "公安局网站管理员")
    put_in_post(police.people["keeper", ""], "county.administrator", police.unit)


def make_police() -> Police:
    """The bureau with its whole tree of columns."""
    county = add_unit("清河县人民政府", "qinghe", "county")
    unit = add_unit("清河县公安局", "police", "department", county)
    found_site(
        "清河县人民政府", [ColumnPlan("工作动态", "news", county), ColumnPlan("公安局", "police", unit)]
    )
    no_refusals(switch_on(unit, BOOK, by=None, reason="执行内容保障通知"))
    units = _units(unit)
    for printed, name in CALLED.items():
        no_refusals(name_unit(unit, printed, units[name], by=None, reason="通知以业务称呼支队"))
    _accounts(units["指挥中心秘书科"])
    police = Police(unit, ColumnPage.objects.select_related("unit").get(slug="police"), units)
    no_refusals(found_tree(police.base, unit, BOOK))
    police.base.refresh_from_db()
    _items(police)
    _people(police)
    return police


SCENES["police"] = make_police


@pytest.fixture
def police(request: pytest.FixtureRequest, founding: Any, db: None) -> Police:
    """The bureau, founded once for all tests that ask for it."""
    return make_police() if commits(request.node) else founding.scene("police")


@pytest.fixture
def refused(police: Police) -> Callable[[str], set[str]]:
    """The articles in whose name a column's deletion is refused."""
    from guanwei.console.editor.guards import deletion_refusals

    def ask(label: str) -> set[str]:
        said = deletion_refusals([police.page(label)])
        return {cite.article for each in said if each.plugin == BOOK for cite in each.cites}

    return ask
