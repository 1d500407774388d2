"""A scene with something on every screen, and the screens that people use: by whom, and at which address."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.files.base import ContentFile
from django.urls import reverse
from guanwei.approvals.models import Submission
from guanwei.console.demo.pictures import drawn
from guanwei.county.articles import RULE_BOOK
from guanwei.delivery.models import Delivery
from guanwei.organisations.models import Person
from guanwei.publishing.models import ArticlePage, Attachment, Picture, Post, Release
from guanwei.testing.acts import released, signed, submitted
from guanwei.testing.scenes import County, add_person, put_in_post, write_article, write_post


@dataclass
class Scene:
    """A draft, an article on its way, one in public with its posts; a lone post; a picture and an attachment."""

    people: dict[str, Person]
    county: County
    draft: ArticlePage
    post: Post
    waiting: Submission
    ready: Submission
    release: Release
    delivery: Delivery
    picture: Picture
    attachment: Attachment


def set_scene(county: County) -> Scene:
    """Built by acts of people, as in use."""
    people = {**county.people, **county.water.people}
    people["keeper"] = add_person("water-keeper", "网站编辑")
    put_in_post(people["keeper"], "county.site-keeper", county.unit)
    put_in_post(people["keeper"], "county.editor", county.water.section)
    by, water = people["editor"], county.water
    picture = Picture(title="清河河道", width=900, height=500)
    picture.file = ContentFile(drawn("river"), name="river.png")
    picture.save()
    attachment = Attachment(title="附表", file=ContentFile("表".encode(), name="form.txt"))
    attachment.save()
    public = _through(submitted(write_article(county, water, by, variants=True), by), people)
    release = released(public, people["publisher"])
    return Scene(
        people=people,
        county=county,
        draft=write_article(county, water, by, variants=True),
        post=write_post(water, by),
        waiting=submitted(write_article(county, water, by, variants=True), by),
        ready=_through(submitted(write_article(county, water, by), by), people),
        release=release,
        delivery=Delivery.objects.get(),
        picture=picture,
        attachment=attachment,
    )


def _through(submission: Submission, people: dict[str, Person]) -> Submission:
    return signed(submission, people["reviewer"], people["leader"])


def _model_admin(name: str) -> Callable[[Scene], str]:
    return lambda scene: reverse(f"console_registers_{name}_modeladmin_index")


def _live_page(scene: Scene) -> ArticlePage:
    return ArticlePage.objects.get(live=True)


REGISTERS = (
    "signoff",
    "return",
    "permit",
    "release",
    "delivery",
    "unit",
    "appointment",
    "delegation",
    "activation",
)
HISTORIES = ("signoff", "permit", "delivery", "unit", "appointment", "activation")

BOOK = RULE_BOOK.id
CITED = {"document": RULE_BOOK.document, "article": "第十二条"}

# Who looks, and where.
SCREENS: dict[str, tuple[str, Callable[[Scene], str]]] = {
    "sign in": ("", lambda _: reverse("wagtailadmin_login")),
    "home, of a writer": ("editor", lambda _: reverse("wagtailadmin_home")),
    "home, of a reviewer": ("reviewer", lambda _: reverse("wagtailadmin_home")),
    "home, of the administrator": ("administrator", lambda _: reverse("wagtailadmin_home")),
    "explorer": ("editor", lambda scene: reverse("wagtailadmin_explore", args=[scene.county.news.pk])),
    "explorer, of the keeper": ("keeper", lambda scene: reverse("wagtailadmin_explore", args=[scene.county.home.pk])),
    "articles": ("editor", lambda _: "/admin/articles/"),
    "choose the column": ("editor", lambda _: "/admin/articles/choose_parent/"),
    "new article": ("editor", lambda scene: reverse(
        "wagtailadmin_pages:add", args=["publishing", "articlepage", scene.county.news.pk])),
    "editor": ("editor", lambda scene: reverse("wagtailadmin_pages:edit", args=[scene.draft.pk])),
    "editor, in review": ("editor", lambda scene: reverse("wagtailadmin_pages:edit", args=[scene.waiting.object_id])),
    "editor, in public": ("editor", lambda scene: reverse("wagtailadmin_pages:edit", args=[_live_page(scene).pk])),
    "editor of a column": ("keeper", lambda scene: reverse("wagtailadmin_pages:edit", args=[scene.county.news.pk])),
    "history of an article": ("editor", lambda scene: reverse("wagtailadmin_pages:history", args=[scene.draft.pk])),
    "delete a draft": ("editor", lambda scene: reverse("wagtailadmin_pages:delete", args=[scene.draft.pk])),
    "move a draft": ("editor", lambda scene: reverse("wagtailadmin_pages:move", args=[scene.draft.pk])),
    "posts": ("editor", lambda _: "/admin/snippets/publishing/post/"),
    "new post": ("editor", lambda _: "/admin/snippets/publishing/post/add/"),
    "post": ("editor", lambda scene: f"/admin/snippets/publishing/post/edit/{scene.post.pk}/"),
    "history of a post": ("editor", lambda scene: f"/admin/snippets/publishing/post/history/{scene.post.pk}/"),
    "delete a post": ("editor", lambda scene: f"/admin/snippets/publishing/post/delete/{scene.post.pk}/"),
    "pictures": ("editor", lambda _: reverse("wagtailimages:index")),
    "choose a picture": ("editor", lambda _: reverse("wagtailimages_chooser:choose")),
    "add pictures": ("editor", lambda _: reverse("wagtailimages:add_multiple")),
    "add a picture": ("editor", lambda _: reverse("wagtailimages:add")),
    "picture": ("editor", lambda scene: reverse("wagtailimages:edit", args=[scene.picture.pk])),
    "attachments": ("editor", lambda _: reverse("wagtaildocs:index")),
    "choose an attachment": ("editor", lambda _: reverse("wagtaildocs_chooser:choose")),
    "add attachments": ("editor", lambda _: reverse("wagtaildocs:add_multiple")),
    "add an attachment": ("editor", lambda _: reverse("wagtaildocs:add")),
    "attachment": ("editor", lambda scene: reverse("wagtaildocs:edit", args=[scene.attachment.pk])),
    "choose a page": ("editor", lambda _: reverse("wagtailadmin_choose_page")),
    "link to an address": ("editor", lambda _: reverse("wagtailadmin_choose_page_external_link")),
    "search": ("editor", lambda _: reverse("wagtailadmin_pages:search") + "?q=汛期"),
    "own account": ("editor", lambda _: reverse("wagtailadmin_account")),
    "chain of a draft": ("editor", lambda scene: reverse("editor:chain", args=["page", scene.draft.pk])),
    "withdraw": ("editor", lambda scene: reverse("editor:withdraw", args=[scene.waiting.pk])),
    "queue": ("reviewer", lambda _: reverse("review:queue")),
    "sign": ("reviewer", lambda scene: reverse("review:sign", args=[scene.waiting.pk])),
    "release": ("publisher", lambda scene: reverse("review:sign", args=[scene.ready.pk])),
    "released": ("publisher", lambda scene: reverse("review:done", args=[scene.release.permit.submission_id])),
    "delivery": ("publisher", lambda scene: reverse("review:delivery", args=[scene.delivery.pk])),
    "after publication": ("editor", lambda scene: reverse("published:published", args=[scene.release.pk])),
    "activities": ("editor", lambda _: reverse("published:activities")),
    "findings": ("editor", lambda scene: reverse("findings:findings", args=["page", scene.draft.pk])),
    "a citation": ("reviewer", lambda _: reverse("regulations:citation") + "?" + urlencode(CITED)),
    "originals of a rule book": ("administrator", lambda _: reverse("regulations:originals", args=[BOOK])),
    "timeline": ("auditor", lambda scene: reverse("timeline:timeline", args=["page", _live_page(scene).pk])),
    "organisation": ("editor", lambda _: reverse("organisations:agency", args=["water"])),
    "organisations": ("administrator", lambda _: reverse("organisations:index")),
    "add a unit": ("administrator", lambda _: reverse("organisations:add", args=["qinghe"])),
    "change a unit": ("administrator", lambda _: reverse("organisations:change", args=["water"])),
    "posts held": ("administrator", lambda _: reverse("registers:posts")),
    "tokens of the people": ("administrator", lambda _: reverse("programs:tokens")),
    "rules": ("administrator", lambda _: reverse("registers:rules")),
    "rules of a unit": ("administrator", lambda scene: reverse("registers:organisation", args=["water"])),
    **{f"register: {name}": ("auditor", _model_admin(name)) for name in REGISTERS},
    **{f"history register: {name}": ("auditor", _model_admin(f"historical{name}")) for name in HISTORIES},
    "portal: home": ("", lambda _: "/"),
    "portal: column": ("", lambda scene: scene.county.news.url),
    "portal: article": ("", lambda scene: _live_page(scene).url),
    "portal: rules": ("", lambda _: reverse("portal:rules")),
    "portal: rules of one book": ("", lambda _: reverse("portal:rule_book", args=[BOOK])),
    "portal: accounts": ("", lambda _: reverse("portal:accounts")),
}  # fmt: skip
