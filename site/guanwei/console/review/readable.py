"""The parts of a manuscript in the office's words: a label and a text for everything that was signed.

Nothing is left out: a field that nobody foresaw is shown as it is kept, or it would be signed unseen.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.utils.translation import gettext as _

from guanwei import registry
from guanwei.api import Field, FieldType
from guanwei.approvals.governed import governed_models
from guanwei.console.review.naming import VARIANT, Names, account_of
from guanwei.publishing.content.text import plain_text
from guanwei.publishing.models import ArticleVariant
from guanwei.registers.queries import in_words

LINK = re.compile(r"<a\s([^>]*)>(.*?)</a>", re.DOTALL)
TARGET = re.compile(r'(?:href|linktype|id)="([^"]*)"')
KEYS = {
    "supplier": "units",
    "manager": "units",
    "unit": "units",
    "column": "pages",
    "parent": "pages",
    "root_page": "pages",
    "linked_page": "pages",
    "account": "accounts",
    "cover": "pictures",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that a part says."""

    label: str
    text: str


def part_title(part: str, names: Names) -> str:
    """What people call the part."""
    if not part.startswith(VARIANT):
        return {"facts": _("基本事实"), "settings": _("门户设置")}.get(part, _("页面"))
    number = part.rpartition(":")[2]
    name = names.of("accounts", account_of(part))
    return name if number == "1" else _("%(name)s（第%(number)s稿）") % {"name": name, "number": number}


def lines_of(part: str, content: Any, names: Names) -> list[Line]:
    """Everything that the part says, empty fields left out."""
    if not isinstance(content, dict):
        return [Line(part, _as_kept(content))] if content else []
    found = []
    for name, value in content.items():
        if part.startswith(VARIANT) and name in ("account", "number"):
            continue
        found += list(_lines(part, name, value, names))
    return [line for line in found if line.text]


def _lines(part: str, name: str, value: Any, names: Names) -> Iterator[Line]:
    if name == "extra" and isinstance(value, dict):
        for key, said in value.items():
            declared = registry.catalogue().field(key)
            yield Line(declared.label if declared else key, _stated(declared, said))
        return
    if name == "entries" and isinstance(value, dict):
        yield from _entries(value)
        return
    if name == "variants":
        yield Line(_("渠道稿"), _("、").join(part_title(f"{VARIANT}{key}", names) for key in value or []))
        return
    if name == "concerned":
        yield Line(_("涉及单位"), _("、").join(each["name"] for each in value or []))
        return
    if name == "articles":
        yield Line(
            _("推送次序"), "\n".join(_article(place, each) for place, each in enumerate(value or [], 1))
        )
        return
    if name == "items":
        yield Line(_("推送条目"), _("共%(count)d篇") % {"count": len(value or [])})
        return
    if name == "redirections":
        yield Line(_("地址转接"), "\n".join(f"{old} → {target}" for old, target in value or []))
        return
    if name == "originals":
        said = _("《%(book)s》第%(version)d版（摘要 %(digest)s）")
        kept = [
            {"book": book, "version": version, "digest": text[:12]} for book, version, text in value or []
        ]
        yield Line(_("公开的规定原文"), "\n".join(said % each for each in kept))
        return
    if name == "files":
        yield Line(_("图片与附件"), "\n".join(_file(each) for each in value or []))
        return
    yield Line(_label(part, name), _said(part, name, value, names))


def _stated(declared: Field | None, said: Any) -> str:
    """A declared fact; of an entry the number, beside which ``entries`` tell what was signed of it."""
    if declared is not None and declared.type is FieldType.ENTRY:
        return _("登记编号%(number)s") % {"number": said}
    return _plainly(said)


def _entries(value: dict[str, dict[str, str]]) -> Iterator[Line]:
    """What registers said of the entries that were chosen."""
    known = registry.catalogue()
    for key, told in value.items():
        field = known.field(key)
        register = known.register(field.register) if field else None
        for name, text in told.items():
            label, shown = in_words(register, name, text) if register else (name, text)
            yield Line(f"{field.label if field else key}·{label}", shown)


def _original(book_id: str, version: int, digest: str) -> str:
    """A regulation's wording: its title, which version, and enough of the digest to tell two apart."""
    book = registry.catalogue().rule_book(book_id)
    return _("《%(document)s》第%(version)d版（摘要 %(digest)s）") % {
        "document": book.document if book else book_id,
        "version": version,
        "digest": digest[:12],
    }


def _article(place: int, each: dict[str, Any]) -> str:
    """One article of a push: where it stands, its title, and enough of the digest to tell two apart."""
    head = _("头条") if place == 1 else _("次条%(number)d") % {"number": place - 1}
    return _("%(head)s：%(title)s（所签摘要 %(digest)s）") % {
        "head": head,
        "title": each.get("title", ""),
        "digest": str(each.get("digest", ""))[:12],
    }


def _said(part: str, name: str, value: Any, names: Names) -> str:
    if name in KEYS:
        return names.of(KEYS[name], value)
    if name in ("body", "pictures") and isinstance(value, list):
        return "\n".join(filter(None, (_block(each, names) for each in value)))
    if name == "category" and value:
        declared = registry.catalogue().category(value)
        return declared.label if declared else value
    choices = dict(getattr(_field(part, name), "choices", None) or ())
    plain = isinstance(value, str | int)
    return str(choices[value]) if plain and value in choices else _plainly(value)


def _plainly(value: Any) -> str:
    if isinstance(value, bool):
        return _("是") if value else _("否")
    return _as_kept(value) if isinstance(value, list | dict) else str("" if value is None else value)


def _as_kept(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True) if value else ""


def _field(part: str, name: str) -> Any:
    governed = (each.model for each in governed_models())
    for model in (ArticleVariant,) if part.startswith(VARIANT) else governed:
        try:
            return model._meta.get_field(name)
        except FieldDoesNotExist:
            continue
    return None


def _label(part: str, name: str) -> str:
    if name == "column":
        return _("栏目")
    found = _field(part, name)
    return str(getattr(found, "verbose_name", name))


def _block(block: dict[str, Any], names: Names) -> str:
    kind, value = block["type"], block["value"]
    if kind == "paragraph":
        return plain_text(LINK.sub(_with_target, value))
    if kind == "picture":
        key, caption = (
            (value.get("picture"), value.get("caption")) if isinstance(value, dict) else (value, "")
        )
        return _("〔图片：%(name)s〕") % {"name": names.of("pictures", key)} + str(caption or "")
    if kind == "attachment":
        return _("〔附件：%(name)s〕") % {"name": names.of("attachments", value)}
    return str(value) if isinstance(value, str) else _as_kept(value)


def _with_target(found: re.Match[str]) -> str:
    """A link is content: where it leads must show, or a changed target would be signed unseen."""
    return f"{found[2]} [{' '.join(TARGET.findall(found[1]))}]"


def _file(each: dict[str, Any]) -> str:
    rest = {key: value for key, value in each.items() if key.startswith("focal") and value is not None}
    said = [each.get("description") or "", _as_kept(rest)]
    return " ".join(filter(None, [each.get("title", ""), f"({each.get('sha256', '')[:12]})", *said]))
