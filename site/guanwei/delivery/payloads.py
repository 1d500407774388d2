"""Frozen payloads: what will be sent, rendered purely from the signed variant. The link joins at sending."""

from typing import Any

from guanwei.accounts.models import Account, Platform
from guanwei.audit.canonical import digest
from guanwei.delivery.rendering.bodies import html_of_blocks, html_of_text, text_of_blocks
from guanwei.delivery.rendering.markup import figure, paragraph, tag
from guanwei.delivery.rendering.pictures import Pictures, described
from guanwei.delivery.rendering.rich_text import RichText
from guanwei.delivery.rendering.words import one_line, tidy

# Part of every delivery: raise it with any change that alters the bytes of a payload.
RENDERER = "1"

UNCHANGED = ("platform", "account", "title", "digest", "pictures", "cover")

Payload = dict[str, Any]


def render(manuscript: Any, variant: Any, account: Account) -> Payload:
    """The payload of ``variant``. Equal content gives an equal payload, whoever asks and whenever."""
    pictures, footnotes = Pictures(), []
    said = _said(manuscript, variant, account, pictures, footnotes)
    return {
        "schema": 1,
        "platform": account.platform,
        "account": account.slug,
        # WeChat asks for a title; elsewhere an empty one is nothing to show.
        "title": one_line(variant.title or (manuscript.title if "html" in said else "")),
        "digest": one_line(variant.digest),
        **said,
        "with_link": bool(variant.with_link),
        "footnotes": footnotes,
        "pictures": pictures.entries,
        "cover": described(variant.cover, "cover") if variant.cover else None,
    }


def payload_digest(payload: Payload) -> str:
    """SHA-256 over the canonical form."""
    return digest(payload)


def _said(
    manuscript: Any, variant: Any, account: Account, pictures: Pictures, footnotes: list[dict[str, Any]]
) -> Payload:
    """``{"html": …}`` for WeChat, ``{"text": …}`` elsewhere. Fills ``pictures`` and ``footnotes``."""
    body = getattr(manuscript, "body", None) if variant.from_page else None
    if account.platform != Platform.WECHAT:
        for block in variant.pictures:
            if block.value:
                pictures.add(block.value)
        lines = [tidy(variant.text), text_of_blocks(body) if body is not None else ""]
        return {"text": "\n".join(filter(None, lines))}
    html = html_of_text(variant.text)
    if body is not None:
        html += html_of_blocks(body, RichText(footnotes), pictures)
    html += "".join(
        figure(pictures.add(block.value)["name"], "") for block in variant.pictures if block.value
    )
    return {"html": html}


def filled(payload: Payload, link: str, addresses: dict[int, str]) -> Payload:
    """What goes out: the payload with the page's address and the footnotes written out.

    ``addresses`` gives the public address of each page that a footnote names.
    """
    source = link if payload["with_link"] else ""
    message = {name: payload[name] for name in UNCHANGED}
    message["source_url"] = source
    if "html" in payload:
        message["html"] = payload["html"] + _notes(payload["footnotes"], addresses)
    else:
        message["text"] = "\n".join(part for part in (payload["text"], source) if part)
    return message


def linked_pages(payload: Payload) -> list[int]:
    """Ids of the pages that footnotes name."""
    return [note["page"] for note in payload["footnotes"] if "page" in note]


def _notes(footnotes: list[dict[str, Any]], addresses: dict[int, str]) -> str:
    if not footnotes:
        return ""
    lines = [
        paragraph(f"[{number}] {note.get('address') or addresses.get(note.get('page', 0), '')}", "note")
        for number, note in enumerate(footnotes, 1)
    ]
    return tag("section", "".join(lines))
