"""Pictures and attachments that a manuscript names, wherever: keys, stream blocks, embeds in rich text."""

from typing import Any

from django.db import models

from guanwei.publishing.models.files import Attachment, Picture


def referenced(obj: models.Model) -> tuple[set[int], set[int]]:
    """Ids of the pictures and attachments that ``obj`` itself (not its children) names.

    Reads Wagtail's private extraction, pinned by a test: it is what knows stream blocks and rich text.
    """
    pictures: set[int] = set()
    attachments: set[int] = set()
    for field in obj._meta.get_fields():
        if field.is_relation and field.many_to_one and field.related_model in (Picture, Attachment):
            value = getattr(obj, field.attname)
            if value:
                (pictures if field.related_model is Picture else attachments).add(int(value))
        elif hasattr(field, "extract_references"):
            for model, object_id, _path, _content in field.extract_references(field.value_from_object(obj)):
                if issubclass(model, Picture):
                    pictures.add(int(object_id))
                elif issubclass(model, Attachment):
                    attachments.add(int(object_id))
    return pictures, attachments


def named_files(obj: Any) -> tuple[set[int], set[int]]:
    """Ids of the pictures and attachments that a manuscript and its variants name."""
    owners = [obj, *obj.variants.all()] if hasattr(obj, "variants") else [obj]
    found = [referenced(each) for each in owners]
    return set().union(*(each[0] for each in found)), set().union(*(each[1] for each in found))


def files_in(obj: models.Model) -> list[dict[str, Any]]:
    """What the public sees of each file that ``obj`` names, in a fixed order. At most two queries."""
    pictures, attachments = referenced(obj)
    found: list[dict[str, Any]] = []
    if pictures:
        found += Picture.objects.filter(pk__in=pictures).values(
            "sha256",
            "title",
            "description",
            "focal_point_x",
            "focal_point_y",
            "focal_point_width",
            "focal_point_height",
        )
    if attachments:
        found += Attachment.objects.filter(pk__in=attachments).values("sha256", "title")
    return sorted(found, key=lambda each: (each["sha256"], each["title"]))
