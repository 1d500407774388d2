"""What changed between two texts, by characters for Chinese and by words for the rest."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

TOKEN = re.compile(r"[A-Za-z0-9_.%+-]+|\s+|.", re.DOTALL)
# Character diffs of long paragraphs cost the product of their lengths; beyond this both stand whole.
MOST_TOKENS = 3000
# An equal run this short between two changes is chance, not a kept word.
CHANCE = 1

SAME, OUT, IN = "same", "out", "in"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that stayed (``same``), left (``out``) or came (``in``)."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the new text with its runs. ``folded`` counts lines that stayed and need no reading."""

    runs: tuple[Run, ...] = ()
    folded: int = 0


def compare(before: str, after: str) -> list[Paragraph]:
    """The lines of both texts; unchanged ones are counted, changed ones shown with their runs."""
    old, new = before.split("\n"), after.split("\n")
    found: list[Paragraph] = []
    for verb, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if verb == "equal":
            found.append(Paragraph(folded=b - a))
        else:
            found += _changed(old[a:b], new[c:d])
    return found


def _changed(old: list[str], new: list[str]) -> Iterator[Paragraph]:
    """Lines one against one as far as they go, the rest as gone or come."""
    for index in range(max(len(old), len(new))):
        runs = words(old[index] if index < len(old) else "", new[index] if index < len(new) else "")
        if runs:
            yield Paragraph(tuple(runs))


def words(before: str, after: str) -> list[Run]:
    """The runs of one line."""
    old, new = TOKEN.findall(before), TOKEN.findall(after)
    if len(old) > MOST_TOKENS or len(new) > MOST_TOKENS:
        return _merged([Run(OUT, before), Run(IN, after)])
    runs: list[Run] = []
    for verb, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        chance = verb == "equal" and b - a <= CHANCE and a > 0 and b < len(old)
        if verb == "equal" and not chance:
            runs.append(Run(SAME, "".join(old[a:b])))
        else:
            runs += [Run(OUT, "".join(old[a:b])), Run(IN, "".join(new[c:d]))]
    return _merged(runs)


def _merged(runs: list[Run]) -> list[Run]:
    """Neighbouring changes as one: what left first, then what came."""
    found: list[Run] = []
    out = new = ""
    for run in [*runs, Run(SAME, "")]:
        if run.kind == OUT:
            out += run.text
        elif run.kind == IN:
            new += run.text
        else:
            found += [Run(OUT, out), Run(IN, new), run]
            out = new = ""
    return [run for run in found if run.text]
