"""The whole story of a manuscript, oldest first."""

from guanwei.approvals.models import Submission
from guanwei.console.timeline import askings, beside, emergencies, findings, sources
from guanwei.console.timeline.entries import Entry
from guanwei.console.timeline.pushes import pushes


def story(family: str, object_id: int, submissions: list[Submission]) -> list[Entry]:
    """Every entry by time; entries of one moment keep the order in which such things happen."""
    subject = sources.subject_of(family, object_id, submissions)
    acts = [
        *sources.tries(submissions),
        *sources.returns(submissions),
        *sources.signatures(subject, submissions),
        *sources.permits(subject),
        *sources.releases(subject),
        *sources.deliveries(subject),
        *beside.papers(subject, submissions),
        *beside.confirmations(subject, submissions),
        *beside.vetoes(submissions),
        *findings.answers(subject),
        *askings.askings(submissions),
        *emergencies.calls(subject),
        *emergencies.second_reviews(subject),
        *emergencies.turns(subject),
        *pushes(subject),
    ]
    found = [*sources.saves(subject, [each.at for each in acts]), *acts]
    return sorted(found, key=lambda each: each.at)
