"""What people type into the forms of releases, read once."""

from datetime import datetime

from django.http import HttpRequest
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from guanwei.api import Refusal

LONGEST = 40


def moment(request: HttpRequest, name: str, label: str) -> tuple[datetime | None, list[Refusal]]:
    """The time in the field ``name``, in the office's zone; None where nothing was typed."""
    text = request.POST.get(name, "").strip()
    if not text:
        return None, []
    try:
        found = parse_datetime(text) if len(text) <= LONGEST else None
        # A year before the zone's tables, or after them, can't be made aware.
        aware = timezone.make_aware(found) if found is not None and timezone.is_naive(found) else found
        if aware is not None:
            aware.astimezone(timezone.get_fixed_timezone(0))
    except (ValueError, OverflowError):
        aware = None
    if aware is None:
        said = _("没有看懂%(label)s；请按“年-月-日 时:分”填写。")
        return None, [Refusal(said % {"label": label})]
    return aware, []


def chosen(request: HttpRequest, name: str) -> list[int]:
    """The numbers of the ticked boxes; what isn't a number was not ticked on our page."""
    return [
        int(each)
        for each in request.POST.getlist(name)
        if each.isascii() and each.isdigit() and len(each) < 19
    ]
