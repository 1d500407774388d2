"""What callers use: a file's words, and its masked copy. Both are made by a child process with bounds of its own."""

import json
from collections.abc import Callable, Sequence
from typing import IO, Any

from guanwei.screening.attachments import wire
from guanwei.screening.attachments.limits import USUAL, Limits
from guanwei.screening.attachments.passages import Contents, Copy, Passage
from guanwei.screening.attachments.problems import Problem, ProblemCode
from guanwei.screening.attachments.running import answer

Mask = Callable[[str], str]


def contents(data: bytes, name: str = "", limits: Limits = USUAL) -> Contents:
    """The words of a docx, xlsx, pdf, csv or txt. ``name`` tells a csv from a txt; the rest the content says.

    Never raises for what stands in the file. A usual file takes 0.1 to 0.5 seconds.
    """
    if len(data) > limits.size:
        return Contents("", problem=Problem(ProblemCode.TOO_LARGE))
    with answer({"name": name}, data, limits) as (said, failure):
        return _read(said, failure)


def _read(said: IO[bytes], failure: Problem | None) -> Contents:
    """Passages that a process handed on before it was ended count: what is found in them is found."""
    passages = []
    for line in said:
        found = _whole(line)
        if isinstance(found, list):
            passages.append(wire.to_passage(found))
        elif isinstance(found, dict):
            remarks = tuple(map(wire.to_remark, found["remarks"]))
            return Contents(found["kind"], tuple(passages), remarks, wire.to_problem(found["problem"]))
    return Contents("", tuple(passages), problem=failure or Problem(ProblemCode.BROKEN))


def _whole(line: bytes) -> Any:
    """None for a line that the end of the process cut off."""
    try:
        return json.loads(line)
    except ValueError:
        return None


def masked_copy(
    data: bytes, name: str, mask: Mask, limits: Limits = USUAL, read: Contents | None = None
) -> Copy | Problem:
    """The file with ``mask`` put to each of its passages, without authors and deleted words; or why not.

    ``mask`` gives a text back with what is personal masked, else unchanged; it leaves masked text alone. It runs
    here, not in the child process. ``read`` is what ``contents`` said of the same file, where that is known.
    The copy is read again: one that still holds something to mask isn't given out.
    """
    known = read or contents(data, name, limits)
    if known.problem is not None:
        return known.problem
    changes = _changes(known.passages, mask)
    with answer({"name": name, "changes": list(changes.items())}, data, limits) as (said, failure):
        copy = _copied(said, failure, sum(each.text in changes for each in known.passages))
    return copy if isinstance(copy, Problem) else _checked(copy, mask, limits)


def _changes(passages: Sequence[Passage], mask: Mask) -> dict[str, str]:
    masked = {text: mask(text) for text in dict.fromkeys(each.text for each in passages)}
    return {text: said for text, said in masked.items() if said != text}


def _copied(said: IO[bytes], failure: Problem | None, changed: int) -> Copy | Problem:
    found = _whole(said.readline())
    if failure is not None or not isinstance(found, dict):
        return failure or Problem(ProblemCode.BROKEN)
    remarks = tuple(map(wire.to_remark, found["remarks"]))
    problem = wire.to_problem(found["problem"])
    return problem or Copy(found["kind"], said.read(), changed, remarks)


def _checked(copy: Copy, mask: Mask, limits: Limits) -> Copy | Problem:
    again = contents(copy.data, f"copy.{copy.kind}", limits)
    if again.problem is not None:
        return again.problem
    changes = _changes(again.passages, mask)
    left = [each for each in again.passages if each.text in changes]
    return Problem(ProblemCode.NOT_MASKED, {"count": len(left)}, left[0].place) if left else copy
