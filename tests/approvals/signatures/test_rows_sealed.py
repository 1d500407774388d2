"""L5: vetoes, papers, confirmations and frozen steps stay as written, whoever holds a database shell."""

# ruff: noqa: S608 (the tests write SQL as an insider would)

import pytest
from approvals.gate.attempts import refused, sql
from approvals.signatures.conftest import Submit
from approvals.signatures.editing import edit_variant, now
from django.db import connection, models
from guanwei.approvals.gate.names import trigger_name
from guanwei.approvals.models import EditConfirmation, PaperSignature, RouteStep, Veto
from guanwei.approvals.services import (
    confirm_edits,
    confirm_paper,
    lift_veto,
    record_paper,
    refuse_paper,
    veto,
)
from guanwei.approvals.services.paper_checks import Paper, print_code
from guanwei.audit import clock
from guanwei.console.reporting.health import health
from guanwei.testing.acts import no_refusals, signed
from guanwei.testing.scenes import Agency

pytestmark = [pytest.mark.law("L5"), pytest.mark.django_db]
STAYS = "只写一次"
SEALED = (RouteStep, Veto, PaperSignature, EditConfirmation)
REPLACE = {
    "sqlite": "INSERT OR REPLACE INTO {0} SELECT * FROM {0}",
    "postgresql": "TRUNCATE {0} CASCADE",
}


@pytest.fixture
def vetoed(bureau: Agency, submit: Submit) -> Veto:
    submission = submit("vetoed")
    step = submission.steps.get(veto=True)
    no_refusals(veto(submission.pk, step.pk, bureau.people["discipline"], "有未核实的举报"))
    return Veto.objects.get()


@pytest.fixture
def paper(bureau: Agency, submit: Submit) -> PaperSignature:
    """Recorded, and waiting to be compared."""
    submission = signed(submit("paper"), bureau.people["legal"])
    code = print_code(submission.parts)
    said = Paper("王主任", clock.today(), "批示〔2026〕7号", code, "ab" * 32)
    step = submission.steps.get(step="joint.paper")
    no_refusals(record_paper(submission.pk, step.pk, bureau.people["clerk"], submission.parts, said))
    return PaperSignature.objects.get()


@pytest.fixture
def confirmed(bureau: Agency, submit: Submit) -> EditConfirmation:
    submission = submit("edited")
    edit_variant(submission, bureau.people["editing"], "审改过的正文")
    signed(submission, bureau.people["editing"])
    no_refusals(confirm_edits(submission.pk, bureau.people["editor"], now(submission).parts))
    return EditConfirmation.objects.get()


def changing(row: models.Model, *changes: str) -> None:
    """Each of ``changes`` is refused, and the row isn't deleted either."""
    table = row._meta.db_table
    for change in changes:
        refused(lambda change=change: sql(f"UPDATE {table} SET {change} WHERE id = %s", row.pk), STAYS)
    refused(lambda: sql(f"DELETE FROM {table} WHERE id = %s", row.pk), STAYS)


def compare(paper: PaperSignature, bureau: Agency) -> None:
    keeper, parts = bureau.people["keeper"], now(paper.submission).parts
    no_refusals(confirm_paper(paper.submission_id, paper.step_id, keeper, parts))


@pytest.mark.defends("a veto rewritten in the database", by="database")
def test_a_veto_says_what_it_said(vetoed: Veto) -> None:
    changing(vetoed, "digest = ''", "object_id = 0", "reason = '无'", "person_id = submission_id")
    changing(vetoed, "lifted_at = CURRENT_TIMESTAMP, digest = ''")


@pytest.mark.defends("a lifted veto rewritten in the database", by="database")
def test_a_veto_is_lifted_once(bureau: Agency, vetoed: Veto) -> None:
    no_refusals(lift_veto(vetoed.pk, bureau.people["discipline"], "举报不实"))
    changing(vetoed, "lifted_at = NULL", "lifted_reason = '查实'", "lifted_by_id = NULL", "digest = ''")
    assert Veto.objects.get().lifted_reason == "举报不实"


@pytest.mark.defends("a paper signature rewritten in the database", by="database")
def test_a_paper_says_what_it_said(paper: PaperSignature) -> None:
    changing(paper, "parts = '{}'", "signer = '李主任'", "scan = ''", "signed_on = '2020-01-01'")
    changing(paper, "confirmed_at = CURRENT_TIMESTAMP, parts = '{}'")


@pytest.mark.defends("a confirmed paper rewritten in the database", by="database")
def test_a_paper_is_confirmed_once(bureau: Agency, paper: PaperSignature) -> None:
    compare(paper, bureau)
    changing(paper, "confirmed_by_id = person_id", "confirmed_at = NULL", "refused_reason = '不符'")


@pytest.mark.defends("a refused paper made to count", by="database")
def test_a_paper_that_does_not_agree_never_counts(bureau: Agency, paper: PaperSignature) -> None:
    no_refusals(refuse_paper(paper.submission_id, paper.step_id, bureau.people["keeper"], "标题不符"))
    changing(paper, "refused_reason = ''")


def test_a_paper_of_an_earlier_text_is_not_confirmed(bureau: Agency, paper: PaperSignature) -> None:
    edit_variant(paper.submission, bureau.people["editor"], "打印之后改过的正文")
    changing(paper, "refused_reason = ''", "confirmed_at = CURRENT_TIMESTAMP")


@pytest.mark.defends("a supplier's confirmation rewritten in the database", by="database")
def test_a_confirmation_says_what_it_said(confirmed: EditConfirmation) -> None:
    changing(confirmed, "parts = '{}'", "person_id = submission_id")


@pytest.mark.defends("a frozen step rewritten or taken out of the route", by="database")
def test_a_frozen_step_asks_what_it_asked(vetoed: Veto) -> None:
    step = vetoed.submission.steps.get(step="joint.sign")
    changing(step, "signatures = 0", "role = 'county.editor'", "position = 9", "open_to_contributor = TRUE")


def test_no_row_is_replaced_nor_a_table_emptied(
    bureau: Agency, vetoed: Veto, paper: PaperSignature, confirmed: EditConfirmation
) -> None:
    connection.check_constraints()
    for model in SEALED:
        refused(lambda model=model: sql(REPLACE[connection.vendor].format(model._meta.db_table)), STAYS)


@pytest.mark.parametrize("model", SEALED)
def test_health_counts_their_triggers(model: type[models.Model]) -> None:
    assert not any("触发器" in each for each in health()[1])
    table = model._meta.db_table
    name = trigger_name(table, "update" if connection.vendor == "sqlite" else "row")
    sql(f"DROP TRIGGER {name}" + (f" ON {table}" if connection.vendor == "postgresql" else ""))
    found, problems = health()
    assert found["triggers"]["standing"] == found["triggers"]["expected"] - 1
    assert any("触发器" in each for each in problems)
