"""A unit that hasn't answered is reminded; then the post that decides late is told. Nothing goes on by itself."""

import logging

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from guanwei.approvals.models import Asking, AskingTurn, Submission
from guanwei.approvals.models.askings import TurnKind
from guanwei.approvals.queries.askings import overdue, without
from guanwei.approvals.signals import confirmation_escalated, confirmation_reminded
from guanwei.audit import clock
from guanwei.audit.acting import acting

logger = logging.getLogger(__name__)
SIGNALS = {TurnKind.REMINDED: confirmation_reminded, TurnKind.ESCALATED: confirmation_escalated}


def remind_due() -> int:
    """Every reminder and every escalation whose moment has come, each once. For the worker's round."""
    to_remind = without(TurnKind.ENDED).filter(remind_at__lte=clock.now())
    found = [(TurnKind.REMINDED, each) for each in _untold(to_remind, TurnKind.REMINDED)]
    found += [(TurnKind.ESCALATED, each) for each in _untold(overdue(), TurnKind.ESCALATED)]
    return sum(_told(kind, asking_id) for kind, asking_id in found)


def _untold(askings: QuerySet[Asking], kind: TurnKind) -> list[int]:
    told = AskingTurn.objects.filter(asking=OuterRef("pk"), kind=kind)
    return list(askings.filter(~Exists(told)).order_by("due_at", "pk").values_list("pk", flat=True))


def _told(kind: TurnKind, asking_id: int) -> bool:
    try:
        return _tell(kind, asking_id)
    except Exception:
        logger.exception("asking %s: %s could not be told", asking_id, kind)
        return False


def _tell(kind: TurnKind, asking_id: int) -> bool:
    """Two workers, or a signature at the same moment: the submission's row is held while it is asked again."""
    with transaction.atomic(), acting(None, "confirmation.late"):
        asking = Asking.objects.select_related("step__submission").get(pk=asking_id)
        Submission.objects.select_for_update(of=("self",)).get(pk=asking.step.submission_id)
        if asking.turns.filter(kind__in=[kind, TurnKind.ENDED]).exists():
            return False
        AskingTurn.objects.create(asking=asking, kind=kind)
        SIGNALS[kind].send(Asking, asking=asking)
    return True
