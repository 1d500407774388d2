"""A portal with live pages and posts, founded while no person exists: genesis permits carry it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils.timezone import make_aware
from guanwei.accounts.models import Account
from guanwei.approvals.gate import passing
from guanwei.approvals.models import Permit
from guanwei.approvals.services.permits import genesis, revoke
from guanwei.approvals.subjects import family_of
from guanwei.organisations.models import Unit
from guanwei.portal.models import ColumnPage, HomePage
from guanwei.publishing.models import ArticlePage, Post, PostVariant, Release, ReleasePart
from guanwei.publishing.services import add_article, add_post

NAME = "清河县人民政府门户网站"
MORNING = make_aware(datetime(2026, 7, 1, 9, 5))
WORDS = [("paragraph", "<p>近日降雨较多，请远离河道和低洼处。</p>")]


@dataclass
class Portal:
    """The founded site. Articles go online in the order in which tests publish them."""

    county: Unit
    water: Unit
    home: HomePage
    news: ColumnPage
    notices: ColumnPage

    def draft(self, title: str, column: ColumnPage | None = None, **fields: Any) -> ArticlePage:
        stated: dict[str, Any] = {"supplier": self.water, "manager": self.water, "body": WORDS}
        stated["slug"] = f"a{ArticlePage.objects.count()}"
        return add_article(column or self.news, None, title=title, **{**stated, **fields})

    def publish(self, title: str, column: ColumnPage | None = None, **fields: Any) -> ArticlePage:
        article = self.draft(title, column, **fields)
        put_online(article)
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
    standing = Permit.objects.filter(object_id=item.pk, revoked_at=None, family=family_of(item)).first()
    if standing:
        revoke(standing, None, "新的许可取代")
    permit = genesis(revision.as_object(), "网站初建")
    with passing(permit):
        revision.publish(skip_permission_checks=True)
