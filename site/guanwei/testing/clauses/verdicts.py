"""What a mutant's end says about its test."""

import sysconfig
from enum import StrEnum
from types import TracebackType

from _pytest.outcomes import Failed

from guanwei import registry


class Verdict(StrEnum):
    """Only ``KILLED`` proves anything."""

    KILLED = "killed"
    """An assertion of the test, or a ``pytest.raises`` that saw nothing."""
    SURVIVED = "survived"
    """The test passed without what it is said to prove."""
    WEAK = "weak"
    """One case of a parametrised test survived: enough if another is killed."""
    CRASHED = "crashed"
    """Another exception, or an assertion of the product's own."""
    SET_UP = "set-up"
    """It didn't come to the test."""
    SKIPPED = "skipped"


SENTENCES = {
    Verdict.SURVIVED: (
        "{test} passes without {elements}: it does not prove {clause}. Let it assert what only they bring about."
    ),
    Verdict.WEAK: (
        "No case of {test} fails without {elements}: it does not prove {clause}. Let a case assert what only "
        "they bring about."
    ),
    Verdict.CRASHED: (
        "Without {elements} {test} ends in an error instead of failing by an assertion of its own: that does not "
        "prove {clause}."
    ),
    Verdict.SET_UP: (
        "Without {elements} {test} is not even set up: that does not prove {clause}. If its set-up needs them, say "
        'clause("{clause}", suppress="call").'
    ),
    Verdict.SKIPPED: "Without {elements} {test} is skipped: that does not prove {clause}.",
}

THIRD_PARTY = tuple(
    sysconfig.get_path(name)
    for name in ("purelib", "platlib", "stdlib", "platstdlib")
    if sysconfig.get_path(name)
)


def is_killed_by(error: BaseException) -> bool:
    """Whether the test itself noticed: its own assertion, or its ``pytest.raises``."""
    if isinstance(error, Failed):
        return str(error.msg).startswith("DID NOT RAISE")
    return isinstance(error, AssertionError) and not _raised_by_product(error.__traceback__)


def _raised_by_product(traceback: TracebackType | None) -> bool:
    """Of the innermost frame that is the product's or the tests': libraries assert on behalf of their callers."""
    product = {
        "guanwei",
        "project",
        *(each.module.partition(".")[0].partition(":")[0] for each in registry.plugins()),
    }
    blamed = False
    while traceback is not None:
        frame, traceback = traceback.tb_frame, traceback.tb_next
        name = str(frame.f_globals.get("__name__", ""))
        if f"{name}.".startswith("guanwei.testing."):
            blamed = False
        elif name.partition(".")[0] in product:
            blamed = True
        elif not frame.f_code.co_filename.startswith((*THIRD_PARTY, "<")):
            blamed = False
    return blamed
