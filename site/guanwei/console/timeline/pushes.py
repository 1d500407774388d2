"""Pushes in a timeline: on an item, into which it went and what became of it; on a push, which items it took."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _

from guanwei.console.timeline.entries import Entry
from guanwei.publishing.models import PushPlace
from guanwei.publishing.models.push_places import PlaceState
from guanwei.publishing.models.pushes import FAMILY


def pushes(subject: Any) -> Iterator[Entry]:
    """One query for either side."""
    if subject.family == FAMILY:
        yield from _items(subject.object_id)
    else:
        yield from _places(subject.key)


def _places(key: dict[str, Any]) -> Iterator[Entry]:
    rows = PushPlace.objects.filter(**key).select_related("push", "account", "submission__submitted_by")
    for each in rows.order_by("taken_at", "pk"):
        words = {"push": each.push.title, "account": each.account}
        who = str(each.submission.submitted_by)
        said = _("%(account)s：编入“%(push)s”，等待推送") % words
        yield Entry(each.taken_at, "submit", said, who, notes=(_("推送日期 %(day)s") % {"day": each.day},))
        if each.state == PlaceState.SENT:
            yield Entry(each.closed_at, "live", _("%(account)s：随“%(push)s”发出") % words, _("系统"))
        elif each.state == PlaceState.LEFT:
            said = _("%(account)s：“%(push)s”没有发出，移出推送") % words
            yield Entry(each.closed_at, "stop", said, _("系统"), notes=(each.reason,) if each.reason else ())


def _items(push_id: int) -> Iterator[Entry]:
    """The items of each try, in the order of their places."""
    rows = PushPlace.objects.filter(push=push_id).select_related("submission__submitted_by")
    for submission, group in groupby(rows.order_by("submission", "pk"), key=lambda each: each.submission):
        places = list(group)
        titles = tuple(f"{number}. {each.title}" for number, each in enumerate(places, 1))
        who = str(submission.submitted_by)
        yield Entry(places[0].taken_at, "submit", _("编入的文章"), who, notes=titles)
