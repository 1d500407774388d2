"""The port on which the demo is served today is part of the portal's settings: a person changes and signs it."""

import sys

from django.utils.translation import gettext as _

from guanwei.approvals.services import sign
from guanwei.audit.acting import acting
from guanwei.console.demo.refused import must
from guanwei.organisations.models import Person
from guanwei.portal.models import Arrangement
from guanwei.publishing.services import submit

KEEPER = "county-keeper"


def name_port(port: int) -> None:
    """Links that leave the portal name the port of today. Somebody's unsigned changes aren't signed along."""
    settings = Arrangement.objects.get(site__is_default_site=True)
    if settings.port == port:
        return
    if settings.has_unpublished_changes:
        said = _("门户设置里有还没签发的改动，端口没有改成%(port)d；对外的链接仍写%(old)d。")
        sys.stderr.write(said % {"port": port, "old": settings.port} + "\n")
        return
    _sign_for(settings, port)


def _sign_for(settings: Arrangement, port: int) -> None:
    keeper = Person.objects.get(username=KEEPER)
    draft = settings.get_latest_revision_as_object()
    with acting(keeper, "演示换了端口"):
        draft.port = port
        draft.save_revision(user=keeper)
    submission, refusals = submit(draft, keeper)
    must(refusals)
    if submission is not None:
        must(sign(submission.pk, submission.steps.get().pk, keeper, submission.parts))
