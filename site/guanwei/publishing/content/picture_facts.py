"""What the rules are told of the pictures that a manuscript shows."""

from typing import Any

from guanwei.api import PictureFacts
from guanwei.publishing.content.references import named_files
from guanwei.publishing.models.files import Picture


def pictures_of(obj: Any) -> tuple[PictureFacts, ...]:
    """Every picture once, in a fixed order. One query, none where no picture is named."""
    named, _attachments = named_files(obj)
    rows = Picture.objects.filter(pk__in=named).order_by("pk") if named else ()
    return tuple(
        PictureFacts(each.title, each.width, each.height, each.captured, each.declared_original, each.edited)
        for each in rows
    )
