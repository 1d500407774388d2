"""Timeline and comparison."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from guanwei.api import Refusal
from guanwei.audit.models import Snapshot
from guanwei.console.review.answers import crumbs, person_of, refused
from guanwei.console.review.reading import refusals_to_read, submissions_of
from guanwei.console.timeline.comparing import compared
from guanwei.console.timeline.telling import story
from guanwei.publishing.models import Release


def timeline(request: HttpRequest, family: str, object_id: int) -> HttpResponse:
    """Everything that happened to one manuscript."""
    submissions = submissions_of(family, object_id)
    refusals = refusals_to_read(person_of(request), submissions)
    if refusals:
        return refused(request, refusals)
    title = submissions[-1].title
    context = {
        "entries": story(family, object_id, submissions),
        "submission": submissions[-1],
        "releases": Release.objects.filter(family=family, object_id=object_id).order_by("-pk"),
        "header_title": _("%(title)s：全过程") % {"title": title},
        "breadcrumbs_items": crumbs(
            (title, reverse("review:sign", args=[submissions[-1].pk])), (_("全过程"), "")
        ),
    }
    return render(request, "console/timeline/timeline.html", context)


def compare(request: HttpRequest) -> HttpResponse:
    """Two snapshots, ``a`` and ``b``, the older one first."""
    keys = [request.GET.get(name, "") for name in ("a", "b")]
    found = Snapshot.objects.in_bulk([int(key) for key in keys if key.isdigit() and len(key) < 19])
    pair = sorted(found.values(), key=lambda each: (each.at, each.pk))
    if not pair or (len(pair) < 2 and keys[0] != keys[1]):
        return refused(request, [Refusal(_("请在全过程里选定两个版本再对比。"))], 400)
    before, after = pair[0], pair[-1]
    if (before.family, before.object_id) != (after.family, after.object_id):
        return refused(
            request, [Refusal(_("这两个版本不是同一份稿件，不能对比；请在同一份稿件的全过程里选择。"))], 400
        )
    submissions = submissions_of(before.family, before.object_id)
    refusals = refusals_to_read(person_of(request), submissions)
    if refusals:
        return refused(request, refusals)
    back = reverse("timeline:timeline", args=[before.family, before.object_id])
    context = {
        "before": before,
        "after": after,
        "comparison": compared(before, after),
        "submission": submissions[-1],
        "header_title": _("版本对比"),
        "breadcrumbs_items": crumbs((submissions[-1].title, back), (_("版本对比"), "")),
    }
    return render(request, "console/timeline/compare.html", context)
