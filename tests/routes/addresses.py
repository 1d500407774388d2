"""Every address that the installation answers at, and what to put into the gaps of each."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product
from typing import Any

from django.contrib.auth.models import Group
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse
from guanwei.approvals.subjects import row_of
from guanwei.delivery.models import Delivery
from guanwei.publishing.models import Release
from guanwei.registry import catalogue
from routes.stage import Stage
from wagtail.models import APIToken, Collection, Site

# The API for other programs has a table and tests of its own.
APART = frozenset({"wagtailapi_v3"})
NOWHERE = 0


@dataclass(frozen=True, slots=True)
class Address:
    """One registered pattern: its name with its namespaces, and the whole of it as text."""

    name: str
    pattern: str
    parameters: tuple[str, ...] = field(default=(), compare=False)


def registered() -> list[Address]:
    """Every pattern of the root resolver, each once."""
    return sorted(set(_walk(get_resolver(), "", "")), key=lambda each: (each.name, each.pattern))


def _walk(resolver: URLResolver, before: str, space: str) -> Iterator[Address]:
    for each in resolver.url_patterns:
        text = before + str(each.pattern)
        if isinstance(each, URLPattern):
            taken = (*each.pattern.converters, *each.pattern.regex.groupindex)
            yield Address(f"{space}{each.name or text}", text, tuple(dict.fromkeys(taken)))
        elif each.namespace not in APART:
            yield from _walk(each, text, f"{space}{each.namespace}:" if each.namespace else space)


def filled(address: Address, stage: Stage) -> list[str]:
    """The address with every sensible object in its gaps; empty where it can't be made by its name."""
    chosen = [_values(name, address, stage) for name in address.parameters]
    found = []
    for values in product(*chosen):
        try:
            found.append(reverse(address.name, kwargs=dict(zip(address.parameters, values, strict=True))))
        except NoReverseMatch:
            continue
    return list(dict.fromkeys(found))


def _values(name: str, address: Address, stage: Stage) -> list[Any]:
    """What may stand in the gap ``name`` of this address."""
    if name in ("pk", "instance_pk", "object_id"):
        return _keys(address, stage)
    return _gaps(stage).get(name, [1])


def _keys(address: Address, stage: Stage) -> list[Any]:
    """Keys mean another table in each namespace."""
    posts, pages = [stage.live_post.pk, stage.draft_post.pk], [stage.live_page.pk, stage.draft_page.pk]
    by_space = {
        "wagtailsites": list(Site.objects.values_list("pk", flat=True)),
        "wagtailsettings": list(Site.objects.values_list("pk", flat=True)),
        "wagtailusers_users": [stage.people["editor"].pk],
        "wagtailusers_groups": list(Group.objects.values_list("pk", flat=True))[:1],
        "wagtailadmin_collections": list(Collection.objects.values_list("pk", flat=True)),
        "wagtailsnippets_publishing_post": posts,
        "wagtailsnippetchoosers_publishing_post": posts[:1],
        "wagtailsnippets_portal_arrangement": [stage.arrangement.pk],
        "wagtailsnippetchoosers_portal_arrangement": [stage.arrangement.pk],
        "wagtailusers_api_tokens": list(APIToken.objects.values_list("pk", flat=True)),
        "wagtailimages_chooser": [stage.picture.pk],
        "wagtaildocs_chooser": [stage.attachment.pk],
        "wagtailadmin_api:images": [stage.picture.pk],
        "wagtailadmin_api:documents": [stage.attachment.pk],
        "timeline": [*pages, *posts],
        "editor": [*pages, *posts],
        "findings": [*pages, *posts, stage.arrangement.pk, stage.push.pk],
    }
    return by_space.get(address.name.rpartition(":")[0], pages if "pages" in address.name else [1])


def _gaps(stage: Stage) -> dict[str, list[Any]]:
    live, draft, news = stage.live_page.pk, stage.draft_page.pk, stage.county.news.pk
    submissions = [stage.waiting.pk, stage.ready.pk, stage.public.pk]
    return {
        "page_id": [live, draft, news],
        "page_to_move_id": [live, draft, news],
        "page_pk": [live],
        "parent_page_id": [news, stage.county.home.pk],
        "destination_id": [stage.county.notices.pk],
        "content_type_app_name": ["publishing", "portal"],
        "content_type_model_name": ["articlepage", "columnpage"],
        "app_label": ["publishing", "wagtailcore"],
        "model_name": ["articlepage", "post", "groupapprovaltask", "footersettings"],
        "app_name": ["portal", "publishing"],
        "revision_id": [_latest("page", live), _latest("post", stage.live_post.pk)],
        "revision_id_a": ["earliest"],
        "revision_id_b": ["latest"],
        "action_name": ["publish", "approve", "copy", "unpublish", "create_alias"],
        "action": ["publish"],
        "task_state_id": [1],
        "family": ["page", "post", "arrangement", "push"],
        "push_id": [stage.push.pk],
        "release_id": list(Release.objects.values_list("pk", flat=True)),
        "account": ["water-wechat"],
        "submission_id": submissions,
        "delivery_id": list(Delivery.objects.values_list("pk", flat=True))[:1],
        "document_id": [stage.attachment.pk],
        "doc_id": [stage.attachment.pk],
        "image_id": [stage.picture.pk],
        "slug": ["water"],
        "column_id": [news],
        "book": [each.id for each in catalogue().rule_books][:1],
        "version": [1],
        "filter_spec": ["width-100"],
        "uidb64": ["MQ"],
        "token": ["set-password"],
        "path": ["nothing.png"],
    }


def _latest(family: str, key: int) -> int:
    return int(row_of(family, key).latest_revision_id)
