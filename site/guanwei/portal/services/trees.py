"""Founding the tree of columns that a rule book declares, below a page of the agency's own."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from guanwei.api import Refusal, StepKind
from guanwei.approvals.models import RouteStep, Submission, SubmissionState
from guanwei.approvals.queries.standing import standing
from guanwei.approvals.services import sign
from guanwei.approvals.services.seating import desk_of
from guanwei.approvals.subjects import PAGE_FAMILY
from guanwei.audit.acting import acting
from guanwei.audit.wording import on_record
from guanwei.organisations.models import Person, Unit
from guanwei.portal.models import ColumnPage
from guanwei.portal.queries.planning import PlannedColumn, TreePlan, plan_tree
from guanwei.portal.services.together import found_together
from guanwei.publishing.rights.manuscripts import may_keep
from guanwei.publishing.services import submit

FOUNDED = gettext_lazy("按规定建立栏目")


def found_tree(base: Page, agency: Unit, plugin: str, by: Person | None = None) -> list[Refusal]:
    """The columns that ``plugin`` declares for ``agency`` and that don't stand yet, below ``base`` in their order.

    While no person exists (``by`` None) they are live at once; later they are drafts of ``by``, who submits and
    signs them (``submit_tree``). Nothing is made when something stands against it.
    """
    if by is not None and not may_keep(by, base.specific):
        return [Refusal(_("栏目由网站管理员建立，您没有这个职务；请与网站管理员联系。"))]
    plan = plan_tree(base, agency, plugin)
    if plan.refusals:
        return list(plan.refusals)
    if by is None:
        _found_live(plan)
    else:
        _draft(plan, by)
    return []


def _found_live(plan: TreePlan) -> None:
    made: dict[str, ColumnPage] = {
        each.column.id: each.page for each in plan.columns if each.page is not None
    }
    rows: list[tuple[ColumnPage, ColumnPage | None]] = []
    for each in plan.missing:
        made[each.column.id] = page = _page(each)
        rows.append((page, made.get(each.column.parent)))
    found_together(plan.base, rows, on_record(FOUNDED))


def _draft(plan: TreePlan, by: Person) -> None:
    """Each after the sibling before it: a tree that grew with its rule book keeps the printed order."""
    made: dict[str, ColumnPage] = {}
    last: dict[str, ColumnPage] = {}
    with transaction.atomic(), acting(by, on_record(FOUNDED)):
        for each in plan.columns:
            parent, before = made.get(each.column.parent), last.get(each.column.parent)
            page = each.page or _put(_page(each), parent or plan.base, before, by)
            made[each.column.id] = last[each.column.parent] = page


def _put(page: ColumnPage, parent: Page, before: ColumnPage | None, by: Person) -> ColumnPage:
    page.owner = by
    row = Page.objects.get(pk=parent.pk)
    siblings = row.get_children()
    after = siblings.filter(path__gt=before.path).first() if before is not None else siblings.first()
    ours = before is not None or _declares(after)
    if after is not None and ours:
        after.add_sibling(pos="left", instance=page)
    else:
        row.add_child(instance=page)
    page.save_revision(user=by, log_action="wagtail.create")
    return ColumnPage.objects.get(pk=page.pk)


def _declares(page: Page | None) -> bool:
    return page is not None and ColumnPage.objects.filter(pk=page.pk).exclude(declared="").exists()


def _page(planned: PlannedColumn) -> ColumnPage:
    column = planned.column
    return ColumnPage(
        title=column.label,
        slug=column.slug,
        unit=planned.unit,
        introduction=column.purpose[:300],
        declared=column.id,
        display=column.display.value,
        account=planned.account,
        live=False,
    )


def submit_tree(base: Page, by: Person) -> tuple[int, list[Refusal]]:
    """Submit the drafts of declared columns below ``base`` and sign them, in one act of the site's keeper.

    Parents first, each column in a transaction of its own: one that is refused is told and keeps none back.
    Answers how many went online, and what stands against the rest.
    """
    signed, refusals = 0, []
    for page in (
        ColumnPage.objects.descendant_of(base).exclude(declared="").filter(live=False).order_by("path")
    ):
        said = _submit_and_sign(page, by)
        signed, refusals = signed + (not said), [*refusals, *said]
    return signed, list(dict.fromkeys(refusals))


def _submit_and_sign(page: ColumnPage, by: Person) -> list[Refusal]:
    states = (SubmissionState.OPEN, SubmissionState.PERMITTED)
    submission = Submission.objects.filter(family=PAGE_FAMILY, object_id=page.pk, state__in=states).first()
    if submission is None:
        submission, refusals = submit(page, by)
        if submission is None:
            return refusals
    step = _mine(submission, by)
    if step is None:
        said = _("“%(title)s”已送审，要等其他人签署。")
        return [Refusal(said % {"title": page.title})]
    return sign(submission.pk, step.pk, by, submission.parts)


def _mine(submission: Submission, by: Person) -> RouteStep | None:
    now = standing(submission)
    waiting: Sequence[RouteStep] = [each.step for each in now.waiting(submission.position)]
    found: RouteStep | None = desk_of(by, [each for each in waiting if each.kind != StepKind.RELEASE], now)[0]
    return found
