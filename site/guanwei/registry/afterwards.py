"""Which second review a decision asks for, of the routes that bind it."""

from collections.abc import Sequence

from guanwei.api import ApprovalRoute, ManuscriptFacts, Refusal, SecondReview, Urgency
from guanwei.registry import sentences
from guanwei.registry.standing import Standing

Carrying = tuple[Standing, ApprovalRoute]


def second_review_of(
    facts: ManuscriptFacts, carrying: Sequence[Carrying]
) -> tuple[SecondReview | None, list[Refusal]]:
    """What the chosen route, then the mandatory ones, ask for; None, and why, where they can't have it."""
    found = [(one, route, route.second_review) for one, route in carrying if route.second_review is not None]
    if not found:
        return None, []
    standing, route, review = found[0]
    if facts.urgency is not Urgency.EMERGENCY:
        said = sentences.emergency_route_in_ordinary_times(standing.plugin.name, route.id)
        return None, [standing.refusal(said, route.id, review.cites)]
    other = next(((one, its) for one, _route, its in found if its != review), None)
    if other is not None:
        names = (standing.plugin.name, review.id), (other[0].plugin.name, other[1].id)
        said = sentences.second_reviews_differ(*names)
        return None, [standing.refusal(said, review.id, (*review.cites, *other[1].cites))]
    return review, []
