"""What Wagtail's own screens may not do to a manuscript, said before they try."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.models import Page, Revision

from guanwei.api import Refusal
from guanwei.approvals.governed import governed_of
from guanwei.approvals.models import Submission
from guanwei.approvals.subjects import PAGE_FAMILY, draft_of, family_of
from guanwei.audit.acting import acting
from guanwei.console.editor.rights import refusals_to_edit
from guanwei.console.editor.standing import STANDING, standing_submission
from guanwei.console.editor.submitting import edit_url
from guanwei.console.refusals.saying import tell
from guanwei.portal.models import Arrangement
from guanwei.portal.structure import address_held, public_below
from guanwei.publishing.models import Post


def hold_autosave(request: HttpRequest, obj: Any) -> HttpResponse | None:
    """While people sign, an edit voids signatures: it takes a click, not half a second's pause."""
    if request.method != "POST" or request.accepts("text/html") or governed_of(obj) is None:
        return None
    if standing_submission(obj) is None:
        return None
    said = _("稿件在流程中，不自动保存；点“保存草稿”才会改动，相应的签署随之失效。")
    return JsonResponse(
        {"success": False, "error_code": "in_review", "error_message": said},
        status=400,
        json_dumps_params={"ensure_ascii": False},
    )


def guard_edit(request: HttpRequest, obj: Any) -> HttpResponse | None:
    """A snippet's screens ask about the model alone; whose post it is, is asked here."""
    refusals = refusals_to_edit(request.user, obj) if governed_of(obj) else []
    if refusals:
        tell(request, refusals)
        return redirect("wagtailadmin_home")
    return hold_autosave(request, obj)


def deletion_refusals(objects: Iterable[Any]) -> list[Refusal]:
    """Why these can't be deleted: something of them is public, was submitted, or is linked to. Four queries."""
    governed = [each for each in objects if isinstance(each, Page) or governed_of(each)]
    pages = [each for each in governed if isinstance(each, Page)]
    below = Page.objects.none()
    for each in pages:
        below |= each.get_descendants(inclusive=True)
    ids = {page.pk: page for page in below} if pages else {}
    posts = {each.pk: each for each in governed if not isinstance(each, Page)}
    live = [each for each in (*ids.values(), *posts.values()) if each.live]
    found = _linked_refusals(ids)
    found += [
        Refusal(_("“%(title)s”还在公开，不能删除；请先由有撤稿职责的人员撤下。") % {"title": each})
        for each in live
    ]
    named = Q(family=PAGE_FAMILY, object_id__in=ids)
    if posts:
        named |= Q(family=family_of(next(iter(posts.values()))), object_id__in=posts)
    submitted = Submission.objects.filter(named).values_list("title", flat=True).distinct()
    if ids and Arrangement.objects.filter(root_page__in=ids).exists():
        found.append(Refusal(_("这是门户的首页，不能删除；请先在“门户设置”里改选首页，签发后再删。")))
    found += [refusal for each in governed for refusal in _staying(each)]
    return found + [
        Refusal(
            _("“%(title)s”送过审，要留在记录里，不能删除；不用的稿件请撤回送审后留作草稿。") % {"title": each}
        )
        for each in submitted
    ]


def _linked_refusals(pages: Mapping[int, Page]) -> list[Refusal]:
    """A draft post that names a page would lose its link unseen. One query, none without pages."""
    if not pages:
        return []
    latest = Revision.objects.filter(pk__in=Post.objects.values("latest_revision"))
    return [
        Refusal(
            _("独立稿“%(post)s”链接着要删的文章；请先在独立稿里去掉链接，或改链别的文章。")
            % {"post": each.object_str}
        )
        for each in latest.filter(content__linked_page__in=list(pages))
    ]


def _staying(obj: Any) -> list[Refusal]:
    rules = governed_of(obj)
    return rules.stays(obj) if rules is not None else []


def guard_deletion(request: HttpRequest, objects: Iterable[Any]) -> HttpResponse | None:
    """Refuse on the page of the first of ``objects``."""
    objects = list(objects)
    refusals = [each for obj in objects if governed_of(obj) for each in refusals_to_edit(request.user, obj)]
    refusals = refusals or deletion_refusals(objects)
    if not refusals:
        return None
    tell(request, refusals)
    return redirect(edit_url(objects[0]))


def guard_move(request: HttpRequest, page: Page) -> HttpResponse | None:
    """The column is a fact that people sign; a live page moves with a permit alone."""
    specific = page.specific
    if governed_of(specific) is None:
        return None
    if staying := _staying(specific):
        tell(request, staying)
        return redirect(edit_url(page))
    stands = Submission.objects.filter(family=PAGE_FAMILY, object_id=page.pk, state__in=STANDING).exists()
    public = None if page.live or stands else public_below(page)
    if public is not None:
        tell(request, [Refusal(address_held(page, public))])
        return redirect(edit_url(page))
    if not page.live and not stands:
        return None
    said = _("“%(title)s”在流程中或已公开，不能换栏目；请先撤回送审，公开的请先撤下。") % {"title": page}
    tell(request, [Refusal(said)])
    return redirect(edit_url(page))


def note_move(request: HttpRequest, page: Page) -> None:
    """The new column is in the draft's facts: a revision says who put it there."""
    if governed_of(page.specific_class) is None:
        return
    with acting(request.user):
        draft_of(PAGE_FAMILY, page.pk).save_revision(user=request.user, log_action=False)


def refuse_bulk_move(request: HttpRequest) -> HttpResponse:
    """A move changes a signed fact: one at a time, so that each is looked at and stands in the record."""
    tell(request, [Refusal(_("移动会改变稿件的栏目，要逐篇办理；请打开每篇稿件单独移动。"))])
    return redirect("wagtailadmin_home")
