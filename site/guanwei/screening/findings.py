"""A finding with its answer, as it is shown, frozen and read back."""

import json
from dataclasses import asdict, dataclass
from typing import Any

from django.utils.timezone import localtime

from guanwei.api import Finding, Severity
from guanwei.screening.models import Answer

Frozen = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Answered:
    """A finding and the answer that counts for the text as it is."""

    finding: Finding
    answer: Answer | None = None

    @property
    def open(self) -> bool:
        """Whether it stops the item: information never does."""
        return self.finding.severity is not Severity.INFO and self.answer is None


def frozen(each: Answered) -> Frozen:
    """What a submission keeps of it."""
    said = each.answer
    answer = said and {
        "id": said.pk,
        "kind": said.kind,
        "person": str(said.person),
        "reason": said.reason,
        "at": localtime(said.at).strftime("%Y-%m-%d %H:%M"),
        "until": said.until.isoformat() if said.until else None,
    }
    # As JSON would give it back: what is kept and what is found now are compared.
    kept: Frozen = json.loads(json.dumps({**asdict(each.finding), "key": each.finding.key, "answer": answer}))
    return kept
