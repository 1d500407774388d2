"""检查提示 of one draft: read the text, say why it goes on, or let it pass."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from guanwei.api import PERSONAL, Refusal, Severity
from guanwei.approvals.governed import governed_models, governed_of
from guanwei.approvals.subjects import draft_of
from guanwei.console.editor.rights import may_edit
from guanwei.console.editor.submitting import edit_url
from guanwei.console.findings.shown import Shown, refusals_to_see, shown
from guanwei.console.review.answers import crumbs, person_of, refused
from guanwei.console.review.seen import seen_parts, seen_token
from guanwei.publishing.services import give_reason, let_pass, mark, marks_for, unmark
from guanwei.publishing.services.answering import Screened, screened
from guanwei.publishing.services.deidentifying import deidentify
from guanwei.screening.marks import may_lift, standing_marks

ANSWERS = {"reason": give_reason, "pass": let_pass}
SHELVES = (
    (Severity.BLOCK, gettext_lazy("必须处理")),
    (Severity.LOOK, gettext_lazy("请核实")),
    (Severity.INFO, gettext_lazy("供参考")),
)


def findings(request: HttpRequest, family: str, object_id: int) -> HttpResponse:
    """Show what was found, or take an answer. A refusal keeps what was typed."""
    draft = draft_of(family, object_id) if family in {each.family for each in governed_models()} else None
    if draft is None or governed_of(draft) is None:
        raise Http404
    person = person_of(request)
    now = screened(draft, person)
    rows = shown(now, person)
    reading = refusals_to_see(now, person, rows)
    if reading:
        return refused(request, reading)
    refusals = _answer(request, draft) if request.method == "POST" else []
    if request.method == "POST" and not refusals:
        messages.success(request, _("已记录；每位签署人都会看到。"))
        return redirect("findings:findings", family, object_id)
    status = 409 if refusals else 200
    context = _context(request, now, rows, refusals)
    return render(request, "console/findings/findings.html", context, status=status)


def _answer(request: HttpRequest, draft: Any) -> list[Refusal]:
    said, by = request.POST, person_of(request)
    if said.get("action") == "mark":
        return mark(draft, said.get("mark", ""), by, said.get("reason", ""))
    if said.get("action") == "unmark":
        marking = said.get("marking", "")
        return unmark(draft, int(marking) if marking.isdecimal() else 0, by, said.get("reason", ""))
    if said.get("action") == "mask":
        names = [each.strip() for each in said.get("names", "").splitlines() if each.strip()]
        return list(deidentify(draft, by, names).refusals)
    answer = ANSWERS.get(said.get("action", ""))
    seen = seen_parts(request, draft.pk)
    if answer is None or seen is None:
        return [Refusal(_("这个页面不是您刚才打开的那一页；请看过下面的内容再办。"))]
    return answer(draft, said.get("rule", ""), by, said.get("reason", ""), seen[1])


def _on(rows: list[Shown], severity: Severity) -> list[Shown]:
    return [each for each in rows if each.said["severity"] == severity]


def _context(
    request: HttpRequest, now: Screened, rows: list[Shown], refusals: list[Refusal]
) -> dict[str, Any]:
    person = person_of(request)
    title = _("%(title)s：检查提示") % {"title": now.obj.title}
    return {
        "obj": now.obj,
        "about": {"family": now.family},
        "variants": list(now.obj.variants.all()) if hasattr(now.obj, "variants") else [],
        "shelves": [(label, found) for severity, label in SHELVES if (found := _on(rows, severity))],
        "marks": [
            (each, may_lift(each, now.manager, person)) for each in standing_marks(now.family, now.obj.pk)
        ],
        "may_mark": marks_for(now.obj, person),
        "may_mask": may_edit(person, now.obj) and any(each.said["finds"] in PERSONAL for each in rows),
        "refusals": refusals,
        "posted": request.POST,
        "seen": seen_token(now.obj.pk, 0, person.pk, now.parts),
        "header_title": title,
        "breadcrumbs_items": crumbs(
            (now.obj.title, edit_url(now.obj) if may_edit(person, now.obj) else ""), (_("检查提示"), "")
        ),
    }
