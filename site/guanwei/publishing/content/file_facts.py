"""What the rules are told of the files that a manuscript shows and carries."""

from typing import Any

from guanwei.api import AttachmentFacts, PictureFacts
from guanwei.publishing.content.references import named_files
from guanwei.publishing.models.files import Attachment, Picture


def file_facts(obj: Any) -> tuple[tuple[PictureFacts, ...], tuple[AttachmentFacts, ...]]:
    """Every picture and every attachment once, in a fixed order. Two queries, none for what isn't named."""
    pictures, attachments = named_files(obj)
    return _pictures(pictures), _attachments(attachments)


def _pictures(named: set[int]) -> tuple[PictureFacts, ...]:
    rows = Picture.objects.filter(pk__in=named).order_by("pk") if named else ()
    return tuple(
        PictureFacts(each.title, each.width, each.height, each.captured, each.declared_original, each.edited)
        for each in rows
    )


def _attachments(named: set[int]) -> tuple[AttachmentFacts, ...]:
    """Under the name that the public sees."""
    rows = Attachment.objects.filter(pk__in=named).order_by("pk") if named else ()
    return tuple(AttachmentFacts(_named(each), each.sha256) for each in rows)


def _named(attachment: Attachment) -> str:
    """With the ending: it tells a table from a text."""
    title, ending = attachment.title, f".{attachment.file_extension}"
    return title if title.lower().endswith(ending.lower()) else f"{title}{ending}"


def bytes_of(sha256: str) -> bytes:
    """What the file holds. Raises OSError where it is gone."""
    found = Attachment.objects.filter(sha256=sha256).first()
    if found is None:
        raise FileNotFoundError(sha256)
    with found.open_file() as file:
        return bytes(file.read())
