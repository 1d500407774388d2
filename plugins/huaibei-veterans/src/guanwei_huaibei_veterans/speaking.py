"""第十一条、第十四条: who speaks, who must agree first, and what comes first."""

from guanwei.api import (
    Check,
    Confirmation,
    Field,
    FieldType,
    Form,
    Kind,
    ManuscriptFacts,
    Overdue,
    Paper,
    Severity,
    Whose,
)

from guanwei_huaibei_veterans import people
from guanwei_huaibei_veterans.regulation import cite

COMPETENT = "huaibei-veterans.competent"
HANDLING = "huaibei-veterans.handling"
# The county's category of what clarifies and responds, and the leader whom it files for every unit.
CLARIFICATION = "county.clarification"
SPEAKS_FOR_AN_ORGAN = "county.leader-in-charge"
# 第十一条 names no time, and 第四条 gives a response of the gravest kind a day: an organ gets that day, and the
# principal leader the last hours of it.
WITHIN_HOURS = 24
REMINDS_HOURS = 8
DECIDES_HOURS = 4


def is_written(facts: ManuscriptFacts) -> bool:
    """拟发布信息: whatever is written for the portal or an account."""
    return facts.form in (Form.ARTICLE, Form.POST)


def is_response(facts: ManuscriptFacts) -> bool:
    """An answer, or what clarifies and responds to public opinion."""
    return is_written(facts) and (facts.kind is Kind.REPLY or facts.category == CLARIFICATION)


def is_by_an_uninvolved_section(facts: ManuscriptFacts) -> bool:
    """谁主管谁发声、谁处置谁发声: the supplying section is neither."""
    involved = {facts.field(name).strip() for name in (COMPETENT, HANDLING)}
    return is_response(facts) and facts.supplier.name not in involved


FIELDS = (
    Field(
        id=COMPETENT,
        label="主管单位或科室",
        cites=(cite("第十一条", "HBV-11.3"),),
        sentence="回应稿请写明所回应的事由哪个单位或科室主管（写全称）。",
        required=is_response,
    ),
    Field(
        id=HANDLING,
        label="处置单位或科室",
        cites=(cite("第十一条", "HBV-11.3"),),
        sentence="请写明由哪个单位或科室处置（写全称）。",
        help="和主管的不是同一个时填写。",
    ),
    Field(
        id="priority",
        label="优先发布",
        cites=(cite("第十四条", "HBV-14.2"),),
        sentence="请勾选是否优先发布。",
        type=FieldType.YES_NO,
    ),
)

CHECKS = (
    Check(
        id="huaibei-veterans.speaker",
        label="供稿单位既不主管也不处置",
        cites=(cite("第十一条", "HBV-11.3"),),
        severity=Severity.BLOCK,
        sentence="谁主管、谁处置，由谁发声；请由主管或处置的单位供稿，或者更正“主管”“处置”两栏。",
        found=is_by_an_uninvolved_section,
    ),
)

CONFIRMATIONS = (
    Confirmation(
        id="huaibei-veterans.organs_agree",
        label="有关行政机关沟通确认",
        cites=(cite("第十一条", "HBV-11.4"),),
        applies=is_written,
        role=SPEAKS_FOR_AN_ORGAN,
        paper=Paper(people.PUBLISHING_STAFF.id, people.DISCLOSURE_OFFICER.id),
        within_hours=WITHIN_HOURS,
        reminds_hours=REMINDS_HOURS,
        overdue=Overdue(
            people.PRINCIPAL_LEADER.id, Whose.AGENCY, DECIDES_HOURS, (cite("第十一条", "HBV-11.4"),)
        ),
    ),
)
