"""A desk at which pushes are made: articles and posts of two sections for the water bureau's WeChat account."""

import io
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.core.files.images import ImageFile
from guanwei.accounts.models import Account
from guanwei.approvals.models import Permit, Submission
from guanwei.audit import clock
from guanwei.delivery.models import Delivery
from guanwei.organisations.models import Person, Unit
from guanwei.publishing.models import (
    ArticlePage,
    ArticleVariant,
    Picture,
    Post,
    PostVariant,
    Push,
    Release,
    ReleasePart,
)
from guanwei.publishing.services import add_article, add_post, release, submit
from guanwei.publishing.services.pushing import compose, recompose
from guanwei.testing.acts import no_refusals, released, signed, submitted
from guanwei.testing.scenes import County, add_person, add_unit, put_in_post
from PIL import Image

Pick = tuple[str, int, int]


@dataclass
class Desk:
    """People by post, the account, and what they made."""

    county: County
    account: Account
    people: dict[str, Person]
    flood: Unit
    cover: Picture
    made: list[Any] = field(default_factory=list)

    def page(self, title: str, supplier: Unit | None = None, **of_variant: Any) -> ArticlePage:
        """A draft article with a WeChat variant."""
        variant = ArticleVariant(account=self.account, **self._said(title, of_variant))
        return add_article(
            self.county.news,
            self.people["editor"],
            [variant],
            title=title,
            slug=f"item-{ArticlePage.objects.count()}",
            body=[("paragraph", f"<p>{title}的正文。</p>")],
            **self._facts(supplier),
        )

    def post(self, title: str, supplier: Unit | None = None, **of_variant: Any) -> Post:
        """A draft post for the WeChat account alone."""
        variant = PostVariant(account=self.account, with_link=False, **self._said(title, of_variant))
        return add_post(self.people["editor"], [variant], title=title, **self._facts(supplier))

    def _said(self, title: str, changes: dict[str, Any]) -> dict[str, Any]:
        return {
            "title": title,
            "digest": f"{title}的要点",
            "text": f"{title}，请留意。",
            "cover": self.cover,
            **changes,
        }

    def _facts(self, supplier: Unit | None) -> dict[str, Any]:
        section = self.county.water.section
        return {"supplier": supplier or section, "manager": section, "category": "county.convenience"}

    def permitted(self, obj: Any) -> Pick:
        """``obj`` signed by its own chain; what a push names it by."""
        permit(obj, self.people)
        return (family(obj), obj.pk, 1)

    def items(self, count: int) -> list[Pick]:
        """Permitted items, pages and posts of both sections in turn."""
        made = [
            self.page(f"第{number}篇") if number % 2 else self.post(f"第{number}篇", self.flood)
            for number in range(1, count + 1)
        ]
        self.made += made
        return [self.permitted(each) for each in made]

    def push(self, picks: list[Pick], day: date | None = None) -> Push:
        """A draft push."""
        made, refusals = compose(self.account, day or clock.today(), picks, self.people["editor"])
        no_refusals(refusals)
        assert made is not None
        return made

    def again(self, push: Push, picks: list[Pick], day: date | None = None) -> Push:
        """The draft with other items, order or day."""
        made, refusals = recompose(push.pk, day or push.day, picks, self.people["editor"])
        no_refusals(refusals)
        assert made is not None
        return made

    def submitted(self, push: Push) -> Submission:
        return submitted(push, self.people["editor"])

    def signed(self, push: Push) -> Submission:
        """Submitted and signed: it waits for its release."""
        return signed(self.submitted(push), self.people["reviewer"])

    def release_items(self, picks: list[Pick]) -> list[Release]:
        """Each item's own release is decided."""
        return [
            released(standing(pick), self.people["publisher"])
            for pick in picks
            if not Release.objects.filter(family=pick[0], object_id=pick[1]).exists()
        ]

    def out(self, picks: list[Pick], day: date | None = None) -> Delivery:
        """A push of ``picks`` through the whole route; its delivery."""
        submission = self.signed(self.push(picks, day))
        self.release_items(picks)
        return Delivery.objects.get(part__release=released(submission, self.people["publisher"]))

    def push_of(self, delivery: Delivery) -> Push:
        """The push that a delivery carries, as its row stands."""
        return Push.objects.get(pk=delivery.part.release.object_id)

    def refused(self, push: Push) -> list[str]:
        """Sentences against submitting the push."""
        submission, refusals = submit(push, self.people["editor"])
        assert submission is None
        return [each.sentence for each in refusals]

    def not_released(self, submission: Submission, due_at: datetime | None = None) -> list[str]:
        """Sentences against releasing it."""
        made, refusals = release(submission.pk, self.people["publisher"], due_at)
        assert made is None
        return [each.sentence for each in refusals]


def set_desk(county: County) -> Desk:
    """The water bureau's people, and an editor of another section who supplies."""
    flood = add_unit("清河县水利局防汛科", "water-flood", "section", county.water.unit)
    people = {**county.people, **county.water.people}
    people["supplier"] = add_person("flood-editor", "防汛科编辑")
    put_in_post(people["supplier"], "county.editor", flood)
    made = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(made, "PNG")
    cover = Picture.objects.create(title="封面", file=ImageFile(made, "cover.png"), width=8, height=8)
    return Desk(county, county.water.wechat, people, flood, cover)


def family(obj: Any) -> str:
    return "page" if isinstance(obj, ArticlePage) else "post"


def permit(obj: Any, people: dict[str, Person]) -> Permit:
    """``obj`` through its own chain up to its permit."""
    done = signed(submitted(obj, people["editor"]), people["reviewer"], people["leader"])
    return done.permit


def standing(pick: Pick) -> Submission:
    """The item's submission that has a permit."""
    return Submission.objects.get(family=pick[0], object_id=pick[1], state="permitted")


def permit_of(pick: Pick) -> Permit:
    """The item's latest permit."""
    return Permit.objects.filter(family=pick[0], object_id=pick[1]).latest("pk")


def part_of(pick: Pick) -> ReleasePart:
    """The item's variant in its latest plan."""
    return ReleasePart.objects.filter(
        release__family=pick[0], release__object_id=pick[1], variant__endswith=f":{pick[2]}"
    ).latest("pk")


def alone(pick: Pick) -> Delivery:
    """The item's own delivery, as it stands."""
    return Delivery.objects.get(part=part_of(pick))
