"""A portal with live pages and posts, founded while no person exists, so that genesis permits carry it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils.timezone import make_aware
from guanwei.accounts.models import Account
from guanwei.approvals.gate import passing
from guanwei.approvals.models import Permit
from guanwei.approvals.services.permits import genesis
from guanwei.audit import clock
from guanwei.organisations.models import Unit
from guanwei.portal.models import ColumnPage, FooterSettings, HomePage
from guanwei.portal.services import ColumnPlan, found_site
from guanwei.publishing.models import ArticlePage, Post, PostVariant, Release, ReleasePart
from guanwei.publishing.services import add_article, add_post
from wagtail.models import Site

NAME = "清河县人民政府门户网站"
MORNING = make_aware(datetime(2026, 7, 1, 9, 5))
WORDS = [("paragraph", "<p>近日降雨较多，请远离河道和低洼处。</p>")]


@dataclass
class Portal:
    """The founded site. Every ``publish`` is an hour later than the one before."""

    county: Unit
    water: Unit
    home: HomePage
    news: ColumnPage
    notices: ColumnPage
    published: int = field(default=0)

    def draft(self, title: str, column: ColumnPage | None = None, **fields: Any) -> ArticlePage:
        stated = {"supplier": self.water, "manager": self.water, "body": WORDS, "slug": f"a{clock.now():%m%d%H%M}"}
        return add_article(column or self.news, None, title=title, **{**stated, **fields})

    def publish(self, title: str, column: ColumnPage | None = None, **fields: Any) -> ArticlePage:
        with clock.at(MORNING + timedelta(hours=self.published)):
            article = self.draft(title, column, **fields)
            put_online(article)
        ArticlePage.objects.get(pk=article.pk)
        self.published += 1
        return ArticlePage.objects.get(pk=article.pk)

    def add_column(self, title: str, slug: str, parent: ColumnPage) -> ColumnPage:
        column = ColumnPage(title=title, slug=slug, unit=self.water, live=False)
        parent.add_child(instance=column)
        put_online(column)
        return ColumnPage.objects.get(pk=column.pk)

    def account(self, name: str, slug: str, unit: Unit | None = None, **fields: Any) -> Account:
        stated = {"platform": "weibo", "channel": "weibo-manual", "address": f"https://weibo.example/{slug}"}
        return Account.objects.create(name=name, slug=slug, unit=unit or self.water, **{**stated, **fields})

    def send(self, item: ArticlePage | Post, account: Account, address: str, **fields: Any) -> ReleasePart:
        """``item`` went out through ``account`` and stands at ``address``."""
        family = "page" if isinstance(item, ArticlePage) else "post"
        permit = Permit.objects.get(family=family, object_id=item.pk)
        made, _new = Release.objects.get_or_create(
            permit=permit,
            defaults={
                "family": family,
                "object_id": item.pk,
                "title": item.title,
                "order": "page_first",
                "decided_at": MORNING,
                "due_at": MORNING,
            },
        )
        sent = MORNING + timedelta(minutes=ReleasePart.objects.count())
        stated = {"state": "done", "done_at": sent, "rank": 1, "digest": permit.digest}
        key = f"{account.pk}:{made.parts.count()}"
        return ReleasePart.objects.create(
            release=made, account=account, variant=key, address=address, **{**stated, **fields}
        )

    def post(self, title: str, account: Account, address: str, **fields: Any) -> ReleasePart:
        """A post that went out alone."""
        post = add_post(
            None,
            [PostVariant(account=account, text="今晚八时至十时检修停水。")],
            title=title,
            supplier=self.water,
            manager=self.water,
        )
        put_online(post)
        return self.send(post, account, address, **fields)


def put_online(item: Any) -> None:
    """Publish the draft on a genesis permit, as the founding of a site does."""
    revision = item.get_latest_revision() or item.save_revision()
    permit = genesis(revision.as_object(), "网站初建")
    with passing(permit):
        revision.publish(skip_permission_checks=True)


@pytest.fixture()
def portal(db: None, settings: Any, tmp_path: Path) -> Iterator[Portal]:
    settings.MEDIA_ROOT = tmp_path
    cache.clear()
    county = Unit.objects.create(name="清河县人民政府", slug="qinghe", kind="county")
    water = Unit.objects.create(name="清河县水利局", slug="water", kind="department", parent=county)
    plans = [ColumnPlan("工作动态", "news", water, "记录日常工作。"), ColumnPlan("通知公告", "notices", county)]
    home = found_site(NAME, plans, welcome="欢迎访问清河县")
    news, notices = ColumnPage.objects.order_by("pk")
    yield Portal(county, water, home, news, notices)
    cache.clear()


@pytest.fixture()
def footer(portal: Portal) -> FooterSettings:
    return FooterSettings.objects.create(site=Site.objects.get(), copyright_holder="清河县人民政府")


@pytest.fixture()
def citizen() -> Client:
    """A visitor with an English browser, who has never signed in."""
    return Client(SERVER_NAME="localhost", headers={"accept-language": "en"})
