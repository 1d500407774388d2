"""What every door is tried against: of each family a draft, something public, and a newer draft nobody signed."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from django.core.files.base import ContentFile
from django.db import models
from django.test import Client
from django.urls import reverse
from guanwei.approvals.models import Submission
from guanwei.approvals.subjects import family_of, row_of
from guanwei.audit import clock
from guanwei.audit.acting import acting
from guanwei.console.demo.pictures import drawn
from guanwei.organisations.models import Person
from guanwei.portal.models import Arrangement
from guanwei.publishing.models import ArticlePage, Attachment, Picture, Post, Push
from guanwei.publishing.services import save_draft
from guanwei.testing.acts import released, signed, submitted
from guanwei.testing.scenes import County, add_person, put_in_post, write_article, write_post
from wagtail.models import APIToken

UNSIGNED = "没有人签过的标题"


@dataclass
class Stage:
    """A county in which each kind of content stands in each state."""

    county: County
    people: dict[str, Person]
    draft_page: ArticlePage
    live_page: ArticlePage
    draft_post: Post
    live_post: Post
    waiting: Submission
    ready: Submission
    public: Submission
    picture: Picture
    attachment: Attachment
    arrangement: Arrangement
    push: Push

    @property
    def governed(self) -> list[Any]:
        """Everything under the gate, drafts and public, of every family and kind."""
        county = self.county
        return [
            self.draft_page,
            self.live_page,
            self.draft_post,
            self.live_post,
            county.home,
            county.news,
            county.notices,
            self.arrangement,
            self.push,
        ]


def set_stage(county: County) -> Stage:
    """Built by acts of people, as in use."""
    people, by = {**county.people, **county.water.people}, county.water.people["editor"]
    people["root"] = strongest(county)
    with acting(by):
        APIToken.create_token(user=by, name="采集程序")
    picture = Picture(title="清河河道", width=900, height=383)
    picture.file = ContentFile(drawn("river"), name="river.png")
    picture.save()
    attachment = Attachment(title="附表", file=ContentFile("表".encode(), name="form.txt"))
    attachment.save()
    # As an upload does: the portal shows the size.
    attachment.get_file_size()
    body = [("paragraph", "<p>请远离河道。</p>"), ("picture", {"picture": picture, "caption": "河道"})]
    body += [("attachment", attachment)]
    live_page = write_article(county, county.water, by, variants=True, body=body)
    public = _in_public(live_page, people)
    live_post = write_post(county.water, by, title="公开的独立稿")
    _in_public(live_post, people)
    arrangement = Arrangement.objects.get()
    for each in (live_page, live_post, county.news, arrangement):
        _write_on(each, by)
    return Stage(
        county=county,
        people=people,
        draft_page=write_article(county, county.water, by, variants=True, title="页面草稿"),
        live_page=live_page,
        draft_post=write_post(county.water, by, title="独立稿草稿"),
        live_post=live_post,
        waiting=submitted(write_article(county, county.water, by, title="在审的页面"), by),
        ready=_signed(write_article(county, county.water, by, title="待发布的页面"), people),
        public=public,
        picture=picture,
        attachment=attachment,
        arrangement=arrangement,
        push=_push(county),
    )


def as_stored(thing: Any) -> Any:
    """``thing`` with every row in it read anew: what an earlier test made of the objects is gone with it."""
    if isinstance(thing, models.Model):
        return type(thing)._base_manager.get(pk=thing.pk)
    if isinstance(thing, dict):
        return {name: as_stored(each) for name, each in thing.items()}
    if is_dataclass(thing) and not isinstance(thing, type):
        return replace(thing, **{each.name: as_stored(getattr(thing, each.name)) for each in fields(thing)})
    return thing


def _push(county: County) -> Push:
    """A push in the making."""
    push = Push(title="推送草稿", account=county.water.wechat, day=clock.today(), live=False)
    push.save()
    push.save_revision()
    return push


def word_of(obj: Any) -> str:
    """The field that holds what an object is called in public."""
    names = {each.name for each in obj._meta.concrete_fields}
    return "title" if "title" in names else "site_name"


def strongest(county: County) -> Person:
    """A superuser who also holds every post that the county's book declares: if anybody could, this one."""
    from guanwei.registry import catalogue

    person = add_person("root", "系统安装员", is_superuser=True, is_staff=True)
    for role in catalogue().roles:
        if role.id.startswith("county."):
            oversees = [county.water.section] if "leader" in role.id else []
            unit = county.unit if role.id in COUNTY_POSTS else county.water.section
            put_in_post(person, role.id, unit, oversees)
    return person


COUNTY_POSTS = {"county.site-keeper", "county.administrator", "county.auditor", "county.leader-in-charge"}


def _signed(obj: Any, people: dict[str, Person]) -> Submission:
    return signed(submitted(obj, people["editor"]), people["reviewer"], people["leader"])


def _in_public(obj: Any, people: dict[str, Person]) -> Submission:
    submission = _signed(obj, people)
    released(submission, people["publisher"])
    return submission


def _write_on(obj: Any, by: Person) -> None:
    """A newer draft, which no permit names."""
    changed = row_of(family_of(obj), obj.pk).get_latest_revision().as_object()
    setattr(changed, word_of(changed), UNSIGNED)
    save_draft(changed, by)


def browser_of(person: Person | None) -> Client:
    """Signed in; a page that breaks gives 500 instead of raising."""
    client = Client(raise_request_exception=False)
    if person is not None:
        client.force_login(person)
    return client


def public_addresses(stage: Stage) -> Iterator[str]:
    """What a citizen opens: home, column, article, accounts."""
    yield from ("/", reverse("portal:accounts"))
    for each in (stage.county.news, stage.county.notices, stage.live_page):
        yield type(each).objects.get(pk=each.pk).url or "/"
