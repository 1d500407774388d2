"""What speaks of an earlier publication: which publications it may name, and what came to one afterwards."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.translation import gettext as _

from guanwei.api import Refusal, Relation
from guanwei.publishing.models import ArticlePage, Post, Release
from guanwei.publishing.models.releases import ReleaseState

MOST = 100
OF_THE_UNIT_ITSELF = frozenset({Relation.CORRECTION, Relation.STATEMENT})


def recent_releases(units: Iterable[int]) -> list[Release]:
    """The newest publications of these units that stand, for a choice. One query."""
    rows = Release.objects.filter(permit__submission__manager__in=list(units))
    return list(rows.exclude(state=ReleaseState.TAKEN_DOWN).order_by("-decided_at", "-pk")[:MOST])


def relation_refusals(obj: Any) -> list[Refusal]:
    """Why ``obj`` can't speak of an earlier publication as it says. One query where it names one."""
    relation, about = getattr(obj, "relation", ""), getattr(obj, "about_id", None)
    if bool(relation) == bool(about):
        return _of_another_unit(obj) if about and relation in OF_THE_UNIT_ITSELF else []
    if relation:
        return [Refusal(_("请选定这篇稿件针对哪一次发布。"))]
    return [Refusal(_("请选定这篇稿件与所选发布的关系，或者不选发布。"))]


def _of_another_unit(obj: Any) -> list[Refusal]:
    about = Release.objects.select_related("permit__submission").get(pk=obj.about_id)
    submission = about.permit.submission
    if submission is not None and submission.manager_id == obj.manager_id:
        return []
    return [Refusal(_("更正和事实说明由原发布单位自己发布；请另选一次发布。"))]


def came_afterwards(release: Release) -> Sequence[ArticlePage | Post]:
    """Public items that correct, explain, add to or comment on ``release``, or on another release of its item."""
    of_it = Release.objects.filter(family=release.family, object_id=release.object_id).values("pk")
    pages = ArticlePage.objects.live().filter(about__in=of_it).exclude(relation="")
    posts = Post.objects.filter(live=True, about__in=of_it).exclude(relation="")
    return [*pages.select_related("supplier"), *posts.select_related("supplier")]
