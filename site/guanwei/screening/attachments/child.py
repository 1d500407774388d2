"""The child process: reads one file, or writes its masked copy, and ends.

Request, on the standard input: a line of JSON, then the file. Answer, on the standard output: for reading a line a
passage and a last one that is an object; for a copy one line, then the copy.
"""

import json
import os
import sys
from collections.abc import Callable
from typing import Any

from guanwei.screening.attachments import wire
from guanwei.screening.attachments.bounds import NO_MEMORY, be_brief, bind
from guanwei.screening.attachments.collecting import Collector
from guanwei.screening.attachments.copying import mask_file
from guanwei.screening.attachments.kinds import kind_of, said_kind
from guanwei.screening.attachments.limits import Limits
from guanwei.screening.attachments.passages import Passage
from guanwei.screening.attachments.problems import Problem, ProblemCode, RemarkCode, Stopped
from guanwei.screening.attachments.reading import read_file


def main() -> None:
    """The whole life of the process."""
    request = json.loads(sys.stdin.buffer.readline())
    limits = Limits(**request["limits"])
    bind(limits)
    try:
        data = sys.stdin.buffer.read()
        _copy(data, request, limits) if "changes" in request else _read(data, request["name"], limits)
        sys.stdout.buffer.flush()
    except MemoryError:
        os._exit(NO_MEMORY)


def _read(data: bytes, name: str, limits: Limits) -> None:
    collector = Collector(limits, _hand_on)
    said: dict[str, Any] = {"kind": ""}

    def work() -> None:
        said["kind"] = kind = kind_of(data, name, limits)
        if said_kind(name) != kind:
            collector.remark(RemarkCode.OTHER_KIND, said=said_kind(name), kind=kind)
        read_file(kind, data, collector)

    said["problem"] = _problem_of(work)
    _say(said, collector)


def _copy(data: bytes, request: Any, limits: Limits) -> None:
    changes: dict[str, str] = dict(request["changes"])
    collector = Collector(limits, lambda passage: None)
    said: dict[str, Any] = {"kind": ""}
    made: list[bytes] = []

    def work() -> None:
        kind = kind_of(data, request["name"], limits)
        said["kind"], copy = mask_file(kind, data, lambda text: changes.get(text, text), collector)
        made.append(copy)

    said["problem"] = _problem_of(work)
    _say(said, collector)
    sys.stdout.buffer.writelines(made)


def _hand_on(passage: Passage) -> None:
    sys.stdout.buffer.write(wire.line(wire.of_passage(passage)))


def _say(said: dict[str, Any], collector: Collector) -> None:
    be_brief()
    remarks = [wire.of_note(each) for each in collector.all_remarks()]
    sys.stdout.buffer.write(wire.line({**said, "remarks": remarks}))


def _problem_of(work: Callable[[], None]) -> Any:
    """A parser stumbles over hostile data in every way that there is; what isn't known is a broken file."""
    try:
        work()
    except Stopped as stopped:
        return wire.of_note(stopped.problem)
    except MemoryError:
        return wire.of_note(Problem(ProblemCode.TOO_LARGE))
    except Exception as error:
        return wire.of_note(Problem(ProblemCode.BROKEN, {"error": type(error).__name__}))
    return None


if __name__ == "__main__":
    main()
