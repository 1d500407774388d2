"""Words of the files that an item carries. They are read when they are asked for, and never stored a second time."""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from functools import lru_cache

from django.utils.translation import gettext as _

from guanwei.api import PERSONAL, AttachmentFacts, Finding, FindingType, ScreeningRule, Severity, Span
from guanwei.screening.attachments import sentences
from guanwei.screening.attachments.asking import contents
from guanwei.screening.attachments.passages import Contents, Passage
from guanwei.screening.attachments.summary import summary
from guanwei.screening.engine.engine import Engine
from guanwei.screening.engine.hits import Hit
from guanwei.screening.judging import speaking

Opener = Callable[[str], bytes]
Read = Sequence[tuple[Passage, Sequence[Hit]]]
LOOKED_INTO_FOR = PERSONAL | {FindingType.SECRECY_MARK}
"""A rule on these asks for files to be looked into; what can't be looked into is held in its name."""

_openers: list[Opener] = []


def opened_by(opener: Opener) -> None:
    """The room that keeps files says how one is opened, by its digest. Raises OSError where it is gone."""
    _openers[:] = [opener]


@lru_cache(maxsize=32)
def contents_of(sha256: str, name: str) -> Contents:
    """What the file says. Kept in memory for a while: an editor asks again and again."""
    return contents(_openers[0](sha256), name)


def findings_in(
    files: Iterable[AttachmentFacts],
    rules: Sequence[ScreeningRule],
    engine: Engine,
    quiet: Container[str] = (),
) -> Iterator[Finding]:
    """One finding for each file and rule, which tells how much stands where; and what can't be looked into."""
    asking = next((each for each in rules if each.screening.finds in LOOKED_INTO_FOR), None)
    for file in files if asking is not None else ():
        read = contents_of(file.sha256, file.name)
        yield from _found(file, _screened(engine, file), rules, quiet)
        yield from _about_the_file(file, read, asking)


@lru_cache(maxsize=32)
def _screened(engine: Engine, file: AttachmentFacts) -> Read:
    """A table of 200,000 cells takes half a minute: once for each set of word lists."""
    read = contents_of(file.sha256, file.name)
    return [(passage, hits) for passage in read.passages if (hits := engine.screen(passage.text))]


def _found(
    file: AttachmentFacts, read: Read, rules: Sequence[ScreeningRule], quiet: Container[str]
) -> Iterator[Finding]:
    heard: dict[tuple[str, Severity], ScreeningRule] = {}
    for _passage, hits in read:
        for hit in hits:
            heard |= {(rule.screening.id, how): rule for rule, how, _hit in speaking(rules, hit, quiet)}
    for (_name, how), rule in heard.items():
        said = rule.screening
        yield _finding(file, rule, said.id, said.label, how, said.sentence, _counted(read, said.finds))


def _counted(read: Read, finds: FindingType) -> str:
    own = [(passage, [hit for hit in hits if hit.type is finds]) for passage, hits in read]
    return _("，").join(sentences.count(each) for each in summary(own))


def _about_the_file(file: AttachmentFacts, read: Contents, asking: ScreeningRule) -> Iterator[Finding]:
    name = asking.screening.id
    if read.problem is not None:
        said = sentences.problem(read.problem)
        yield _finding(file, asking, f"{name}.unread", _("附件无法检查"), Severity.BLOCK, said)
    for each in read.remarks:
        said = sentences.remark(each)
        yield _finding(file, asking, f"{name}.{each.code}", _("附件请留意"), Severity.INFO, said)


def _finding(
    file: AttachmentFacts,
    rule: ScreeningRule,
    check: str,
    label: str,
    severity: Severity,
    sentence: str,
    counted: str = "",
) -> Finding:
    place = Span(f"attachment:{file.sha256}", _("附件《%(name)s》") % {"name": file.name}, 0, 0, counted)
    may_pass = severity is Severity.BLOCK and check == rule.screening.id
    return Finding(
        check,
        label,
        severity,
        sentence,
        rule.screening.cites,
        rule.plugin,
        rule.version,
        rule.screening.suggestion if counted else "",
        rule.screening.cleared_by if may_pass else (),
        rule.screening.finds.value,
        (place,),
        file.sha256[:12],
    )
