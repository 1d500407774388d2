"""互动活动: the calendar, what was held by kind, and a new entry."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from guanwei.accounts.models import Account
from guanwei.accounts.queries import open_accounts
from guanwei.api import Duty, Refusal
from guanwei.console.published.reach import keeps_activities
from guanwei.console.releases.typed import chosen, moment
from guanwei.console.review.answers import crumbs, person_of, refused
from guanwei.organisations.models import Person
from guanwei.organisations.rights.holdings import holdings_of
from guanwei.publishing.models import Activity, ActivityKind
from guanwei.publishing.services.activities import hold_activity

A_PAGE = 30


def activities(request: HttpRequest) -> HttpResponse:
    """Newest first. Six queries at any length."""
    person = person_of(request)
    if not keeps_activities(person):
        return refused(request, [Refusal(_("互动活动由采编人员登记、督查人员查看；您没有这些职务。"))])
    if request.method != "POST":
        return _show(request, person)
    refusals = _held(request, person)
    if refusals:
        return _show(request, person, refusals, 409)
    messages.success(request, _("活动已列入日程。"))
    return redirect("published:activities")


def _held(request: HttpRequest, person: Person) -> list[Refusal]:
    account = Account.objects.filter(pk__in=chosen(request, "account")[:1]).select_related("unit").first()
    starts, wrong = moment(request, "starts_at", _("开始时间"))
    ends, also_wrong = moment(request, "ends_at", _("结束时间"))
    kind = request.POST.get("kind", "")
    if wrong or also_wrong:
        return [*wrong, *also_wrong]
    if account is None or starts is None or ends is None or kind not in ActivityKind.values:
        return [Refusal(_("请选定形式和账号，填写开始和结束的时间。"))]
    typed = {name: request.POST.get(name, "").strip()[:200] for name in ("title", "guests")}
    return hold_activity(kind, typed["title"][:120], account, starts, ends, person, typed["guests"])[1]


def _show(
    request: HttpRequest, person: Person, refusals: list[Refusal] | None = None, status: int = 200
) -> HttpResponse:
    rows = Activity.objects.select_related("account").prefetch_related("appearances", "releases")
    counts = dict(Activity.objects.order_by().values_list("kind").annotate(Count("pk")))
    title = _("互动活动")
    context = {
        "sheet": Paginator(rows, A_PAGE).get_page(request.GET.get("p")),
        "counts": [(label, counts.get(kind, 0)) for kind, label in ActivityKind.choices],
        "kinds": ActivityKind.choices,
        "accounts": open_accounts().filter(unit__in=holdings_of(person).where(Duty.WRITE)),
        "refusals": refusals or [],
        "posted": request.POST,
        "header_title": title,
        "breadcrumbs_items": crumbs((title, "")),
    }
    return render(request, "console/published/activities.html", context, status=status)
