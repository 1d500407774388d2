"""The parts of a manuscript that people sign: facts, page, each variant.

Equal content gives equal parts from a form, a revision, a reload or a live row: primary keys, sort order
and the ids of stream blocks are left out, the parent page is taken in, and of each picture and attachment
its bytes (by their content address), title and focal point.
"""

import json
import re
from typing import Any

from django.db import models
from modelcluster.models import get_all_child_relations
from wagtail.fields import StreamField
from wagtail.models import Page

from guanwei.publishing.content.references import files_in
from guanwei.publishing.models import ArticlePage, Post
from guanwei.publishing.models.manuscripts import Manuscript

# Bookkeeping of Wagtail's: never content. first/last_published_at are written by the release itself.
NOT_CONTENT = frozenset(
    {
        "id",
        "page_ptr",
        "path",
        "depth",
        "numchild",
        "url_path",
        "draft_title",
        "live",
        "has_unpublished_changes",
        "first_published_at",
        "last_published_at",
        "latest_revision",
        "latest_revision_created_at",
        "live_revision",
        "locked",
        "locked_at",
        "locked_by",
        "owner",
        "expired",
        "content_type",
        "translation_key",
        "locale",
        "alias_of",
    }
)
NOT_OF_VARIANT = frozenset({"id", "sort_order", "page", "post"})
FACTS = frozenset(field.name for field in Manuscript._meta.get_fields())


# Draftail names its paragraphs anew when a text that code wrote is first opened in the editor.
BLOCK_KEY = re.compile(r' data-block-key="[^"]*"')


def without_block_ids(value: Any) -> Any:
    """Stream data without the ids that Wagtail mints for blocks. A block's own field called id stays."""
    if isinstance(value, str):
        return BLOCK_KEY.sub("", value)
    if isinstance(value, list):
        return [without_block_ids(each) for each in value]
    if isinstance(value, dict):
        if set(value) == {"type", "value", "id"}:
            value = {"type": value["type"], "value": value["value"]}
        return {key: without_block_ids(each) for key, each in value.items()}
    return value


def plain(obj: models.Model, field: models.Field) -> Any:
    """A field's content as JSON would hold it."""
    if isinstance(field, StreamField):
        return without_block_ids(list(getattr(obj, field.name).get_prep_value()))
    return getattr(obj, field.attname)


def content_fields(obj: models.Model, leave_out: frozenset[str]) -> dict[str, Any]:
    """Every column of ``obj`` but those left out, by field: a column of a later migration is content at once."""
    return {
        field.name: plain(obj, field) for field in obj._meta.concrete_fields if field.name not in leave_out
    }


def variant_part(variant: models.Model) -> dict[str, Any]:
    """One channel variant, with the pictures that it shows."""
    return {**content_fields(variant, NOT_OF_VARIANT), "files": files_in(variant)}


def parts_of(obj: ArticlePage | Post) -> dict[str, Any]:
    """The content of each part by its name: ``facts``, ``page``, ``variant:<account>:<number>``."""
    facts = {name: plain(obj, obj._meta.get_field(name)) for name in FACTS}
    if isinstance(obj, Page):
        parent = obj.get_parent()
        facts["column"] = parent.pk if parent else None
    # Adding or removing a channel is a change of facts: the rules were asked about this set.
    variants = list(obj.variants.all())
    facts["variants"] = sorted(each.key for each in variants)
    body = {**content_fields(obj, NOT_CONTENT | FACTS), "files": files_in(obj)}
    parts = {"facts": facts, "page": body}
    for variant in variants:
        parts[f"variant:{variant.key}"] = variant_part(variant)
    return parts


def hold_children(obj: Any) -> None:
    """Read once what belongs to ``obj``, as a draft that comes from a revision has it at hand."""
    for relation in get_all_child_relations(type(obj)):
        getattr(obj, relation.get_accessor_name()).get_object_list()


def says_the_same(obj: Any, kept: dict[str, Any]) -> bool:
    """Whether ``obj`` is word for word what a revision kept, down to its children's keys."""
    said = json.loads(obj.to_json())
    return all(said.get(name) == kept.get(name) for name in {*said, *kept} - NOT_CONTENT)


def structure_parts(page: Page) -> dict[str, Any]:
    """A page of the site's structure: where it stands and who keeps it are its facts."""
    parent = page.get_parent()
    facts = {"parent": parent.pk if parent else None, "unit": getattr(page, "unit_id", None)}
    return {"facts": facts, "page": content_fields(page, NOT_CONTENT)}
