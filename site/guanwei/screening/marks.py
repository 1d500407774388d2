"""Mark an item, lift a mark, and what standing marks stand against: signing, permits, going live, sending."""

from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from guanwei.api import Citation, Mark, Refusal
from guanwei.audit import clock
from guanwei.audit.acting import acting
from guanwei.organisations.models import Person, Unit
from guanwei.organisations.queries.roles import role_label
from guanwei.screening.models import Marking
from guanwei.screening.queries import seats_for
from guanwei.screening.services import refusals_of_words


def standing_marks(family: str, object_id: int | None) -> QuerySet[Marking]:
    """Marks that nobody has lifted, oldest first."""
    rows = Marking.objects.filter(family=family, object_id=object_id, lifted_at__isnull=True)
    return rows.select_related("placed_by").order_by("pk")


def is_marked() -> Exists:
    """Whether a mark stands on the object of a row that has ``family`` and ``object_id``."""
    own = {"family": OuterRef("family"), "object_id": OuterRef("object_id")}
    return Exists(Marking.objects.filter(**own, lifted_at__isnull=True))


def refusals_of_marks(family: str, object_id: int) -> list[Refusal]:
    """Why nothing may be signed, released or sent. One query."""
    return [_refusal(each) for each in standing_marks(family, object_id)]


def _refusal(marking: Marking) -> Refusal:
    sentence = _("%(person)s标记：%(sentence)s（%(reason)s）") % {
        "person": marking.placed_by,
        "sentence": marking.said["sentence"],
        "reason": marking.reason,
    }
    cites = tuple(Citation(each["document"], each["article"]) for each in marking.said["cites"])
    return Refusal(sentence, cites, marking.mark, marking.said["plugin"], marking.said["version"])


def place_mark(
    mark: Mark, plugin: tuple[str, str], family: str, object_id: int, by: Person, reason: str
) -> list[Refusal]:
    """标记. Who may is asked by the rooms above; ``plugin`` is the name and version of who declares it."""
    refusals = refusals_of_words(reason)
    if refusals:
        return refusals
    said = {
        "label": mark.label,
        "sentence": mark.sentence,
        "cites": [{"document": each.document, "article": each.article} for each in mark.cites],
        "lifted_by": list(mark.lifted_by),
        "plugin": plugin[0],
        "version": plugin[1],
    }
    row = Marking(
        family=family,
        object_id=object_id,
        mark=mark.id,
        said=said,
        reason=reason.strip(),
        placed_at=clock.now(),
        placed_by=by,
    )
    try:
        with transaction.atomic(), acting(by, reason):
            row.save()
    except IntegrityError:
        return [Refusal(_("已经有人标了“%(label)s”；请刷新。") % {"label": mark.label})]
    return []


def lift_mark(marking_id: int, manager: Unit, by: Person, reason: str) -> list[Refusal]:
    """解除标记: by a post of the managing unit that the mark names. A mark that names none stays."""
    refusals = refusals_of_words(reason)
    if refusals:
        return refusals
    with transaction.atomic(), acting(by, reason):
        row = Marking.objects.select_for_update(of=("self",)).get(pk=marking_id)
        if row.lifted_at is not None:
            return [Refusal(_("这个标记已经解除。"))]
        roles = row.said["lifted_by"]
        seat = next((each for each in seats_for(roles, manager) if each.person.pk == by.pk), None)
        if seat is None:
            return [_not_yours(row, roles, manager)]
        row.lifted_at, row.lifted_by, row.lifted_as = clock.now(), by, seat.appointment
        row.lifted_reason = reason.strip()
        row.save()
    return []


def may_lift(marking: Marking, manager: Unit, person: Person) -> bool:
    """Whether the person holds a post that the mark names. Two queries."""
    return any(each.person.pk == person.pk for each in seats_for(marking.said["lifted_by"], manager))


def _not_yours(marking: Marking, roles: list[str], manager: Unit) -> Refusal:
    if not roles:
        said = _("“%(mark)s”不能解除；内容确实可以公开的，请另写一篇送审。")
        return Refusal(said % {"mark": marking})
    posts = _("、").join(f"{manager}{role_label(each)}" for each in roles)
    return Refusal(_("“%(mark)s”由%(posts)s解除。") % {"mark": marking, "posts": posts})
