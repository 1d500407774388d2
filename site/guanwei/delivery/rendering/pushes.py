"""The payload of a push: its articles in order, each as it would go alone. Pure: equal lists, equal bytes."""

from typing import Any

from guanwei.accounts.models import Account
from guanwei.audit.models import Snapshot
from guanwei.delivery.payloads import Payload, filled, linked_pages, render
from guanwei.publishing.models import Push
from guanwei.publishing.queries.pushed import PushedArticle, articles_of
from guanwei.publishing.queries.snapshots import object_of, variant_of


def payload_of(snapshot: Snapshot, variant: str, account: Account) -> Payload:
    """What goes out of ``snapshot`` for one account: one variant of a manuscript, or a whole push."""
    obj = object_of(snapshot)
    if isinstance(obj, Push):
        return render_push(obj, account)
    return render(obj, variant_of(snapshot, variant), account)


def render_push(push: Push, account: Account) -> Payload:
    """头条 first. Each article is rendered from the snapshot that its own permit names, and from nothing else."""
    articles = [_article(each, account) for each in articles_of(push)]
    return {
        "schema": 1,
        "platform": account.platform,
        "account": account.slug,
        "title": articles[0]["title"] if articles else push.title,
        "digest": "",
        "articles": articles,
        "pictures": [],
        "cover": None,
    }


def _article(article: PushedArticle, account: Account) -> Payload:
    if article.permit is None:
        raise LookupError(f"{article.item.name} has no permit")
    snapshot = article.permit.snapshot
    said = render(object_of(snapshot), variant_of(snapshot, article.variant), account)
    page = article.item.object_id if article.item.family == "page" else None
    return {**said, "name": article.item.name, "page": page}


def pages_of(payload: Payload) -> list[int]:
    """Ids of every page that an article comes from or links to."""
    articles = payload["articles"]
    own = [each["page"] for each in articles if each["page"] is not None]
    return [*own, *(page for each in articles for page in linked_pages(each))]


def filled_push(payload: Payload, addresses: dict[int, str]) -> dict[str, Any]:
    """What goes out: every article with its page's address. ``addresses`` is by page."""
    articles = [filled(each, addresses.get(each["page"], ""), addresses) for each in payload["articles"]]
    return {
        "platform": payload["platform"],
        "account": payload["account"],
        "title": payload["title"],
        "digest": "",
        "source_url": "",
        "articles": articles,
        "pictures": [],
        "cover": None,
    }
