"""What was signed on paper or agreed to on the telephone stands on the day's sheet, and says so."""

from collections.abc import Iterator
from datetime import date

import pytest
from approvals.signatures.scene import joint_rules, make_bureau, write_in
from guanwei import registry
from guanwei.api import Citation, FormCell, FormSignature, OfficialForm
from guanwei.approvals.models import PaperSignature, Submission
from guanwei.approvals.services import confirm_paper, record_paper, refuse_paper
from guanwei.approvals.services.paper_checks import Paper, print_code
from guanwei.audit import clock
from guanwei.organisations.models import Person, Unit
from guanwei.publishing.forms.queries import draft_sheet
from guanwei.publishing.forms.services import archive_sheet
from guanwei.publishing.forms.sheet import Line
from guanwei.publishing.forms.signatures import signatures_on
from guanwei.testing.acts import no_refusals, released, signed, submitted
from guanwei.testing.scenes import Agency, County
from storms import alarm, on_duty, telephoned

pytestmark = pytest.mark.django_db
CITES = (Citation("清河县信息发布登记办法", "第一条"),)


def sheet_of(route: str, *signatures: FormSignature) -> OfficialForm:
    row = (FormCell("标题", "item.title"),)
    return OfficialForm("paper.sheet", "清河县信息发布登记表", CITES, route, (), row, signatures)


OF_PAPER = sheet_of(
    "joint.paper-route",
    FormSignature("初审意见", "joint.first"),
    FormSignature("签批意见", "joint.paper"),
)
OF_STORM = sheet_of("storm.emergency", FormSignature("签发意见", "storm.duty-sign"))


def only_line(form: OfficialForm, unit: Unit) -> Line:
    (line,) = draft_sheet(form, unit, clock.today()).lines
    return line


@pytest.fixture
def bureau(county: County) -> Iterator[Agency]:
    with joint_rules():
        yield make_bureau(county)


@pytest.fixture
def duty(county: County) -> Iterator[dict[str, Person]]:
    before = registry.configuration()
    registry.configure("inline", extra={"storm": "dummy_plugins.storm"})
    yield on_duty(county)
    registry.configure(before.mode, before.time_limit, before.extra)


def bring_in(submission: Submission, clerk: Person, signer: str, signed_on: date) -> int:
    """The scan waits to be compared; returns its step."""
    step = submission.steps.get(step="joint.paper").pk
    paper = Paper(signer, signed_on, "批示〔2026〕7号", print_code(submission.parts), "ab" * 32)
    no_refusals(record_paper(submission.pk, step, clerk, submission.parts, paper))
    return step


@pytest.fixture
def on_paper(county: County, bureau: Agency) -> Submission:
    """A first paper was refused, the second one agreed; released."""
    people = bureau.people
    draft = write_in(county, bureau, "paper")
    submission = signed(submitted(draft, people["editor"]), people["legal"])
    step = bring_in(submission, people["clerk"], "李主任", clock.today())
    no_refusals(refuse_paper(submission.pk, step, people["keeper"], "签字不清"))
    bring_in(submission, people["clerk"], "王主任", clock.today())
    no_refusals(confirm_paper(submission.pk, step, people["keeper"], submission.parts))
    released(Submission.objects.get(pk=submission.pk), people["publisher"])
    return submission


def test_the_paper_names_its_signer_its_day_and_its_number(bureau: Agency, on_paper: Submission) -> None:
    first, paper = only_line(OF_PAPER, bureau.section).signatures
    assert [each.opinion for each in first] == ["同意"]
    assert [(each.signer, each.paper, each.day) for each in paper] == [
        ("王主任", "批示〔2026〕7号", clock.today())
    ]


def test_a_sheet_with_a_paper_is_archived(bureau: Agency, on_paper: Submission) -> None:
    kept, refusals = archive_sheet(OF_PAPER, bureau.section, clock.today(), bureau.people["legal"])
    no_refusals(refusals)
    assert kept is not None
    assert kept.lines[0]["signatures"][1][0]["paper"] == "批示〔2026〕7号"
    assert kept.verify()


def test_a_paper_of_another_text_signs_nothing(bureau: Agency, on_paper: Submission) -> None:
    release = on_paper.permit.release
    paper = PaperSignature.objects.get(confirmed_at__isnull=False, refused_reason="")
    signature = OF_PAPER.signatures[1]
    assert len(signatures_on(signature, release, {(on_paper.pk, signature.step): [paper]})) == 1
    paper.parts = paper.parts | {"page": "0" * 64}
    assert signatures_on(signature, release, {(on_paper.pk, signature.step): [paper]}) == ()


def test_a_consent_by_telephone_names_who_wrote_it_down(county: County, duty: dict[str, Person]) -> None:
    submission = alarm(county, duty)
    no_refusals(telephoned(submission, duty["officer"], duty["duty"]))
    released(Submission.objects.get(pk=submission.pk), duty["publisher"])
    ((consent,),) = only_line(OF_STORM, county.water.section).signatures
    assert (consent.signer, consent.recorder) == ("清河县水利局值班领导", "清河县水利局值班员")
