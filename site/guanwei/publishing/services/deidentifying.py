"""去标识: a draft whose texts and tables tell of nobody any more. What was written stays in the draft's history."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext as _

from guanwei.api import PERSONAL, Refusal
from guanwei.approvals.governed import governed_of
from guanwei.approvals.subjects import draft_of, family_of, lock_row
from guanwei.audit.acting import acting
from guanwei.organisations.models import Person, Unit
from guanwei.publishing.content.references import named_files
from guanwei.publishing.models import ArticlePage, Attachment
from guanwei.publishing.queries.rights import may_write
from guanwei.publishing.services.writing import save_draft
from guanwei.screening.attached import contents_of
from guanwei.screening.attachments import sentences
from guanwei.screening.attachments.asking import masked_copy
from guanwei.screening.attachments.problems import Problem
from guanwei.screening.compiled import engine_for
from guanwei.screening.personal.masking import masked, masked_names

Mask = Callable[[str], str]
TAG = re.compile(r"(<[^>]*>)")
# Addresses of pages and keys of blocks are no words of the text.
NO_WORDS = frozenset({"address", "id", "type", "account"})
MOST_NAMES = 200


@dataclass(frozen=True, slots=True)
class Deidentified:
    """``changed`` counts texts and files that are others now."""

    changed: int
    refusals: tuple[Refusal, ...] = ()


def deidentify(draft: Any, by: Person, names: Sequence[str] = ()) -> Deidentified:
    """Mask numbers, addresses and the given ``names`` in every text, and put masked copies in place of attachments.

    The original files stay where they are, and go out no more: a file is public only while something public names it.
    """
    supplier, manager = _units(draft)
    if not may_write(by, supplier, manager):
        said = _("只有%(supplier)s和%(manager)s的采编人员能去标识。")
        return Deidentified(0, (Refusal(said % {"supplier": supplier, "manager": manager}),))
    if len(names) > MOST_NAMES:
        return Deidentified(0, (Refusal(_("一次最多写%(most)d个姓名。") % {"most": MOST_NAMES}),))
    mask = _mask(engine_for((), (manager, supplier)).screen, names)
    copies, refusals = _copies(draft, mask)
    if refusals:
        return Deidentified(0, tuple(refusals))
    with transaction.atomic(), acting(by, _("去标识")):
        lock_row(family_of(draft), draft.pk)
        # Read under the lock, with its variants: an autosave may have come between.
        draft = draft_of(family_of(draft), draft.pk)
        kept = {old: _stored(file, by) for old, file in copies.items()}
        changed = _in_texts(draft, mask) + _in_body(draft, mask, kept) + len(kept)
        if changed:
            save_draft(draft, by)
    if not changed:
        return Deidentified(0, (Refusal(_("没有找到要隐去的个人信息。")),))
    return Deidentified(changed)


def _units(draft: Any) -> tuple[Unit, Unit]:
    governed = governed_of(draft)
    if governed is None:
        raise LookupError(f"{type(draft).__name__} is not under the gate")
    return governed.units(draft)


def _mask(screen: Callable[[str], Any], names: Collection[str]) -> Mask:
    def mask(text: str) -> str:
        return masked_names(masked(text, [hit for hit in screen(text) if hit.type in PERSONAL]), names)

    return mask


def _in_texts(draft: Any, mask: Mask) -> int:
    changed, variants = 0, list(draft.variants.all())
    for owner in (draft, *variants):
        for name in ("title", "text", "apology", "summary", "digest"):
            said = getattr(owner, name, "")
            if said and mask(said) != said:
                setattr(owner, name, mask(said))
                changed += 1
    # Of a row each reading gives new objects: these are what the draft holds from here on.
    draft.variants.set(variants)
    return changed


def _in_body(draft: Any, mask: Mask, copies: dict[int, Attachment]) -> int:
    if not isinstance(draft, ArticlePage):
        return 0
    blocks = [dict(each) for each in draft.body.raw_data]
    told = [{**each, "value": _masked_value(each["value"], mask)} for each in blocks]
    changed = sum(old != new for old, new in zip(blocks, told, strict=True))
    for each in told:
        if each["type"] == "attachment" and each["value"] in copies:
            each["value"] = copies[each["value"]].pk
    if told != blocks:
        draft.body = draft.body.stream_block.to_python(told)
    return changed


def _masked_value(value: Any, mask: Mask) -> Any:
    if isinstance(value, str):
        return "".join(part if part.startswith("<") else mask(part) for part in TAG.split(value))
    if isinstance(value, dict):
        return {key: each if key in NO_WORDS else _masked_value(each, mask) for key, each in value.items()}
    if isinstance(value, list):
        return [_masked_value(each, mask) for each in value]
    return value


def _copies(draft: Any, mask: Mask) -> tuple[dict[int, ContentFile], list[Refusal]]:
    """Masked copies of the attachments that tell of somebody, by the key of the original; or why there is none."""
    _pictures, named = named_files(draft)
    found, refusals = {}, []
    for file in Attachment.objects.filter(pk__in=named).order_by("pk") if named else ():
        name = f"{file.title}.{file.file_extension}"
        read = contents_of(file.sha256, name)
        if not any(mask(each.text) != each.text for each in read.passages):
            continue
        with file.open_file() as opened:
            copy = masked_copy(opened.read(), name, mask, read=read)
        if isinstance(copy, Problem):
            said = _("附件《%(name)s》：%(why)s") % {"name": file.title, "why": sentences.problem(copy)}
            refusals.append(Refusal(said))
        else:
            found[file.pk] = ContentFile(copy.data, sentences.copy_name(name, copy.kind))
    return found, refusals


def _stored(file: ContentFile, by: Person) -> Attachment:
    attachment = Attachment(title=str(file.name).rpartition(".")[0], file=file, uploaded_by_user=by)
    attachment.save()
    return attachment
