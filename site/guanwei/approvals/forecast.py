"""Why a chain can't be walked today: steps nobody can sign, or too few different people (law L9)."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from guanwei.api import Refusal, StepKind
from guanwei.approvals.assigning import Asked, enough_people

if TYPE_CHECKING:
    from guanwei.approvals.routing import ForeseenStep

Turn = tuple["ForeseenStep", ...]


def refusals_of(steps: Sequence["ForeseenStep"]) -> list[Refusal]:
    """Every reason against this chain; none when different people can sign all that it asks."""
    turns = _turns(steps)
    found = [refusal for turn in turns for refusal in _vacant(turn)]
    found += _releases(steps)
    asked = [each for turn in turns for each in _asked(turn)]
    if not found and not enough_people(asked):
        reviews = [each for each in steps if _counts(each)]
        names = _("、").join(_("“%(step)s”") % {"step": each.label} for each in reviews)
        found.append(
            Refusal(
                _("%(steps)s须由不同的人审核，目前可签的人不够；请管理员再任命一人或办理代签授权。")
                % {"steps": names},
                tuple(dict.fromkeys(cite for each in reviews for cite in each.cites)),
            )
        )
    return found


def _turns(steps: Sequence["ForeseenStep"]) -> list[Turn]:
    numbered = groupby(enumerate(steps), key=lambda pair: pair[1].routed.step.group or f"{pair[0]}")
    return [tuple(each for _at, each in together) for _name, together in numbered]


def quorum_of(turn: Turn) -> int:
    """How many of the steps must be signed."""
    group = turn[0].routed.group
    return min((group.quorum if group else 0) or len(turn), len(turn))


def _vacant(turn: Turn) -> list[Refusal]:
    """Steps that nobody can sign, where the quorum can't do without them."""
    out = [each for each in turn if each.problem]
    must = any(each.routed.required for each in out)
    if not must and len(turn) - len(out) >= quorum_of(turn):
        return []
    return [
        Refusal(
            _("“%(step)s”无人可签：%(problem)s") % {"step": each.label, "problem": each.problem},
            each.cites,
            each.routed.rule,
            each.routed.plugin,
            each.routed.version,
        )
        for each in out
    ]


def _releases(steps: Sequence["ForeseenStep"]) -> Iterator[Refusal]:
    if StepKind.RELEASE not in [each.kind for each in steps[:-1]]:
        return
    labels = _("、").join(f"“{each.label}”" for each in steps if each.kind == StepKind.RELEASE)
    yield Refusal(
        _("几个规则包各要求一个发布环节（%(labels)s），系统不能代为取舍；请系统管理员协调规则包。")
        % {"labels": labels}
    )


def _counts(step: "ForeseenStep") -> bool:
    """Reviews alone need different people; who signs outside the system is nobody of it."""
    return step.kind == StepKind.REVIEW and step.routed.step.holds and not step.from_outside


def _asked(turn: Turn) -> Iterator[Asked]:
    """Steps that must be signed, one by one; then what the quorum asks of the rest."""
    quorum = quorum_of(turn)
    must = [each for each in turn if quorum == len(turn) or each.routed.required]
    for each in must:
        if _counts(each):
            needed = each.routed.step.signatures
            yield Asked(needed, (each.people,) * needed)
    rest = [each for each in turn if each not in must and not each.problem]
    # Whoever signs a check or from outside takes nobody's place.
    free = sum(not _counts(each) for each in rest)
    needed = quorum - len(must) - free
    if needed > 0:
        yield Asked(needed, tuple(each.people for each in rest if _counts(each)))
