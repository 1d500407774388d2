"""Two states of a manuscript, part by part: what to read again and what may stay folded."""

import json
from dataclasses import dataclass
from typing import Any

from guanwei.audit.canonical import canonical
from guanwei.console.review.differences import IN, OUT, Paragraph, compare
from guanwei.console.review.naming import Names
from guanwei.console.review.readable import lines_of, part_title

Content = dict[str, Any]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One label of a part with its lines."""

    label: str
    paragraphs: tuple[Paragraph, ...]

    @property
    def changed(self) -> bool:
        return any(run.kind in (IN, OUT) for each in self.paragraphs for run in each.runs)


@dataclass(frozen=True, slots=True)
class PartChange:
    """A part in both states. ``state``: same, changed, added or removed."""

    part: str
    title: str
    state: str
    fields: tuple[FieldChange, ...]

    @property
    def only_invisible(self) -> bool:
        """The part's digest moved and no word did: weight of type, order of nothing that is read."""
        return self.state == "changed" and not any(each.changed for each in self.fields)


def plain_content(content: Content) -> Content:
    """Parts as a snapshot keeps them, so that a draft compares with one."""
    kept: Content = json.loads(canonical(content))
    return kept


def changes(before: Content, after: Content, names: Names) -> list[PartChange]:
    """Every part of either state, in the order facts, page, variants."""
    return [_part(part, before, after, names) for part in sorted({**before, **after})]


def _part(part: str, before: Content, after: Content, names: Names) -> PartChange:
    title = part_title(part, names)
    if part in before and part in after:
        state = "same" if before[part] == after[part] else "changed"
    else:
        state = "added" if part in after else "removed"
    return PartChange(part, title, state, tuple(_fields(part, before, after, names)))


def _fields(part: str, before: Content, after: Content, names: Names) -> list[FieldChange]:
    old = {line.label: line.text for line in lines_of(part, before.get(part), names)}
    new = {line.label: line.text for line in lines_of(part, after.get(part), names)}
    return [
        FieldChange(label, tuple(compare(old.get(label, ""), new.get(label, "")))) for label in {**old, **new}
    ]
