"""Keep the calendar of activities, and where else a release or an activity was carried."""

from collections.abc import Iterable
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import transaction
from django.utils.translation import gettext as _

from guanwei.accounts.models import Account
from guanwei.api import Duty, Refusal
from guanwei.audit.acting import acting
from guanwei.organisations.models import Person
from guanwei.publishing.models import Activity, Appearance, Release
from guanwei.publishing.queries.rights import has_duty


def hold_activity(
    kind: str,
    title: str,
    account: Account,
    starts_at: datetime,
    ends_at: datetime,
    by: Person,
    guests: str = "",
    outcome: str = "",
    releases: Iterable[Release] = (),
) -> tuple[Activity | None, list[Refusal]]:
    """Put an activity into the calendar of ``account``."""
    refusals = _kept_by(account, by)
    if not title.strip():
        refusals.append(Refusal(_("请写明活动主题。")))
    if ends_at <= starts_at:
        refusals.append(Refusal(_("活动的结束时间应晚于开始时间，请改正。")))
    if refusals:
        return None, refusals
    with transaction.atomic(), acting(by):
        made = Activity.objects.create(
            kind=kind,
            title=title.strip(),
            account=account,
            starts_at=starts_at,
            ends_at=ends_at,
            guests=guests,
            outcome=outcome,
        )
        made.releases.set(releases)
    return made, []


def note_appearance(
    of: Release | Activity, medium: str, on: date, by: Person, address: str = ""
) -> tuple[Appearance | None, list[Refusal]]:
    """Record that a newspaper, a press conference or another platform carried it too."""
    if not medium.strip():
        return None, [Refusal(_("请写明媒体或平台的名称。"))]
    try:
        URLValidator(schemes=["http", "https"])(address or "https://localhost/")
    except ValidationError:
        return None, [Refusal(_("链接应是完整的网址，以 http:// 或 https:// 开头。"))]
    known = {"release": of} if isinstance(of, Release) else {"activity": of}
    with acting(by):
        return Appearance.objects.create(medium=medium.strip()[:60], on=on, address=address, **known), []


def _kept_by(account: Account, by: Person) -> list[Refusal]:
    if has_duty(by, Duty.WRITE, {account.unit_id}):
        return []
    said = _("%(account)s由%(unit)s管理，活动由该单位的采编人员登记。")
    return [Refusal(said % {"account": account, "unit": account.unit})]
