"""What the tests of declared trees do with their bureau."""

from dataclasses import dataclass, field
from typing import Any

from guanwei.audit.acting import acting
from guanwei.organisations.models import Person, Unit
from guanwei.portal.models import ColumnPage
from guanwei.portal.services import submit_tree
from guanwei.publishing.models import ArticlePage
from guanwei.publishing.services import add_article, submit
from guanwei.testing.acts import no_refusals, signed, submitted
from guanwei.testing.scenes import County, add_person, put_in_post
from wagtail.models import Page

SECTIONS = (
    ("宣传科", "publicity"),
    ("办公室", "office"),
    ("治安科", "order"),
    ("交通科", "traffic"),
    ("法制科", "law"),
)
WORDS = [("paragraph", "<p>请注意交通安全。</p>")]


@dataclass
class Bureau:
    """The bureau's people by unit: ``manager`` and ``head`` of each."""

    county: County
    unit: Unit
    units: dict[str, Unit]
    keeper: Person
    managers: dict[str, Person] = field(default_factory=dict)
    heads: dict[str, Person] = field(default_factory=dict)
    base: Any = None

    def column(self, title: str, slug: str, unit: Unit, parent: Page) -> ColumnPage:
        """A page of the bureau's own, signed by its keeper."""
        page = ColumnPage(title=title, slug=slug, unit=unit, live=False, owner=self.keeper)
        Page.objects.get(pk=parent.pk).add_child(instance=page)
        page.save_revision(user=self.keeper)
        signed(submitted(page, self.keeper), self.keeper)
        return ColumnPage.objects.get(pk=page.pk)

    def staff(self, *names: str) -> None:
        """A column manager and a head in each section, or in those named."""
        for name in names or self.units:
            for people, role, word in ((self.managers, "manager", "栏目员"), (self.heads, "head", "科长")):
                people[name] = add_person(f"{role}-{self.units[name].slug}", f"{name}{word}")
                put_in_post(people[name], f"columned.{role}", self.units[name])

    def sign(self) -> None:
        no_refusals(submit_tree(self.base, self.keeper)[1])

    def page(self, label: str) -> ColumnPage:
        return ColumnPage.objects.select_related("unit").get(title=label, path__startswith=self.base.path)

    def change(self, label: str, **fields: Any) -> list[str]:
        """The keeper changes the column, submits and signs it; what stands against that."""
        draft = self.page(label).get_latest_revision_as_object()
        for name, value in fields.items():
            setattr(draft, name, value)
        with acting(self.keeper):
            draft.save_revision(user=self.keeper)
        submission, refusals = submit(draft, self.keeper)
        if submission is not None:
            signed(submission, self.keeper)
        return [str(each) for each in refusals]

    def draft(self, label: str, supplier: str, by: Person | None = None, **fields: Any) -> ArticlePage:
        """An article of the section ``supplier`` in the column ``label``."""
        unit = self.units[supplier]
        stated = {
            "title": "出行提示",
            "slug": f"a{ArticlePage.objects.count()}",
            "category": "county.convenience",
        }
        stated |= {"supplier": unit, "manager": unit, "body": WORDS}
        return add_article(self.page(label), by or self.managers[supplier], **{**stated, **fields})
