"""``guanwei work``: deliveries, timed releases and queued jobs, until it is told to stop."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from guanwei.approvals.gate import GateRefused, check_triggers
from guanwei.delivery.worker import run_until_signalled


class Command(BaseCommand):
    """Refuses to start while a trigger is missing: nothing may go out unguarded (law L1)."""

    help = "run the worker: deliveries, timed releases, notices"

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            check_triggers()
        except GateRefused as error:
            raise CommandError(_("；").join(map(str, error.refusals)), returncode=1) from None
        run_until_signalled()
