"""Keep a unit's word lists: found one, load its words, end it. What is refused leaves nothing behind."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from guanwei.api import Duty, FindingType, Refusal
from guanwei.audit import clock
from guanwei.audit.acting import acting
from guanwei.organisations.models import Person, Unit
from guanwei.organisations.queries.tree import lineage
from guanwei.organisations.rights.holdings import holdings_of
from guanwei.screening.engine.dictionaries import MOST_TERMS, Parsed, Why, parse
from guanwei.screening.models import Edition, WordList

MOST_BYTES = 20 * 1024 * 1024
LEFT_OUT = {
    Why.TOO_LONG: gettext_lazy("第%(line)d行“%(text)s”超过100字，没有收入。"),
    Why.TOO_SHORT: gettext_lazy("第%(line)d行“%(text)s”不足两个字，没有收入。"),
    Why.TWICE: gettext_lazy("第%(line)d行“%(text)s”前面已经有了。"),
    Why.UNREADABLE: gettext_lazy("第%(line)d行有读不出的字符，没有收入。"),
    Why.TOO_MANY_FIELDS: gettext_lazy("第%(line)d行“%(text)s”多于两栏，没有收入。"),
    Why.LIST_TOO_LONG: gettext_lazy("第%(line)d行起超过了一份词表的上限，没有收入。"),
}


@dataclass(frozen=True, slots=True)
class Loaded:
    """The edition that was written, or why none was."""

    edition: Edition | None
    refusals: tuple[Refusal, ...] = ()


def may_keep(person: Person, unit: Unit) -> bool:
    """Whether the person administers the unit or one above it."""
    own = holdings_of(person).where(Duty.ADMINISTER)
    return bool(own & {each.pk for each in lineage(unit)})


def load_words(word_list: WordList, data: bytes, by: Person) -> Loaded:
    """The next edition of the list, whole. Lines that can't be words are left out and told."""
    if not may_keep(by, word_list.unit):
        return Loaded(None, (_not_the_keeper(by, word_list.unit),))
    if len(data) > MOST_BYTES:
        return Loaded(None, (Refusal(_("词表文件超过20兆字节；请分成几份词表。")),))
    parsed = parse(data, FindingType(word_list.finds), word_list.dictionary, word_list.allows)
    if not parsed.terms:
        return Loaded(None, (Refusal(_("文件里没有可用的词；请每行写一个词，存成 UTF-8 的文本文件。")),))
    words = "\n".join(f"{each.text}\t{each.right}" if each.right else each.text for each in parsed.terms)
    newest = word_list.editions.order_by("-number").first()
    digest = hashlib.sha256(words.encode()).hexdigest()
    if newest is not None and newest.sha256 == digest:
        said = _("这些词和现用的第%(number)d版完全一样，不必重复载入。")
        return Loaded(None, (Refusal(said % {"number": newest.number}),))
    edition = Edition(
        word_list=word_list,
        number=newest.number + 1 if newest else 1,
        words=words,
        count=len(parsed.terms),
        sha256=digest,
        remarks=remarks_of(parsed),
        by=by,
    )
    try:
        with transaction.atomic(), acting(by):
            edition.save()
    except IntegrityError:
        return Loaded(None, (Refusal(_("刚有人载入了另一版；请刷新后看一看，再决定是否载入。")),))
    return Loaded(edition)


def found_list(unit: Unit, by: Person, values: Mapping[str, object]) -> tuple[WordList | None, list[Refusal]]:
    """A new list of the unit. ``values`` are the fields of ``WordList`` but its unit."""
    if not may_keep(by, unit):
        return None, [_not_the_keeper(by, unit)]
    if WordList.objects.filter(unit=unit, name=values["name"]).exists():
        return None, [Refusal(_("%(unit)s已经有同名的词表。") % {"unit": unit})]
    word_list = WordList(unit=unit, **values)
    with transaction.atomic(), acting(by):
        word_list.save()
    return word_list, []


def end_list(word_list: WordList, until: date, by: Person, reason: str) -> list[Refusal]:
    """停用: from that day its words aren't found any more. What was found stays on the record."""
    if not may_keep(by, word_list.unit):
        return [_not_the_keeper(by, word_list.unit)]
    if until < clock.today():
        return [Refusal(_("停用日期不能早于今天。"))]
    if not reason.strip():
        return [Refusal(_("请写明停用的原因。"))]
    with transaction.atomic(), acting(by, reason):
        word_list.in_force_until = until
        word_list.save()
    return []


def remarks_of(parsed: Parsed) -> list[str]:
    """Sentences about lines that were left out: examples first, then what more there is."""
    told = [str(LEFT_OUT[each.why]) % {"line": each.line, "text": each.text} for each in parsed.left_out]
    more = sum(parsed.counts.values()) - len(parsed.left_out)
    if more:
        told.append(_("另有%(count)d行也没有收入。") % {"count": more})
    if parsed.counts.get(Why.LIST_TOO_LONG):
        told.append(_("一份词表最多收%(most)d个词。") % {"most": MOST_TERMS})
    return told


def _not_the_keeper(person: Person, unit: Unit) -> Refusal:
    said = _("%(person)s不能维护%(unit)s的词表；请由该单位或者上级单位的系统管理员办理。")
    return Refusal(said % {"person": person, "unit": unit})
