"""第三条、第六条、第十二条、第十三条: who speaks, who is named in each section, and the meeting with its office."""

from guanwei.api import Body, BodySeat, Duty, Role, Structure

from guanwei_huaibei_veterans.regulation import cite

SECTIONS = (Structure.SECTION.value,)
# 第十二条 speaks of every unit: the sections and the institutions of the bureau.
UNITS = (Structure.SECTION.value, Structure.AFFILIATED_UNIT.value)

PRINCIPAL_LEADER = Role(
    id="huaibei-veterans.principal-leader",
    label="局主要领导",
    duties=frozenset({Duty.REVIEW, Duty.TAKE_DOWN}),
    cites=(cite("第三条"), cite("第四条")),
)

LEADER_IN_CHARGE = Role(
    id="huaibei-veterans.leader-in-charge",
    label="局分管领导",
    duties=frozenset({Duty.REVIEW, Duty.TAKE_DOWN}),
    cites=(cite("第三条"), cite("第四条")),
)

SECTION_HEAD = Role(
    id="huaibei-veterans.section-head",
    label="科室负责人",
    duties=frozenset({Duty.REVIEW}),
    cites=(cite("第四条"), cite("第六条")),
)

DISCLOSURE_OFFICER = Role(
    id="huaibei-veterans.disclosure-officer",
    label="公开办工作人员",
    duties=frozenset({Duty.WRITE, Duty.REVIEW}),
    cites=(cite("第六条"), cite("第七条")),
)

CONTACT_ID = "huaibei-veterans.opinion-contact"

# 第六条 makes the head of a section both, 第十三条 names two people: two posts, and one holder of both is told.
RESPONSIBLE_PERSON = Role(
    id="huaibei-veterans.opinion-responsible",
    label="舆情应急处置负责人",
    duties=frozenset({Duty.REVIEW}),
    per_unit=(1, 1),
    unit_kinds=SECTIONS,
    apart_from=(CONTACT_ID,),
    cites=(cite("第六条"), cite("第十三条", "HBV-13.2")),
)

CONTACT = Role(
    id=CONTACT_ID,
    label="舆情应急处置联络人",
    duties=frozenset({Duty.WRITE}),
    per_unit=(1, 1),
    unit_kinds=SECTIONS,
    apart_from=(RESPONSIBLE_PERSON.id,),
    cites=(cite("第六条"), cite("第十三条", "HBV-13.2")),
)

# 第十二条: people for three duties, their qualification noted with the appointment.
PUBLISHING_STAFF = Role(
    id="huaibei-veterans.publishing-staff",
    label="政务信息发布人员",
    duties=frozenset({Duty.WRITE, Duty.RELEASE, Duty.TAKE_DOWN}),
    per_unit=(1, 0),
    least_warns=True,
    unit_kinds=UNITS,
    cites=(cite("第十二条", "HBV-12.3"),),
)

ASSESSMENT_STAFF = Role(
    id="huaibei-veterans.assessment-staff",
    label="政务舆情收集研判人员",
    duties=frozenset({Duty.WRITE}),
    per_unit=(1, 0),
    least_warns=True,
    unit_kinds=UNITS,
    cites=(cite("第十二条", "HBV-12.3"),),
)

RESPONSE_STAFF = Role(
    id="huaibei-veterans.response-staff",
    label="政务舆情回应人员",
    duties=frozenset({Duty.WRITE}),
    per_unit=(1, 0),
    least_warns=True,
    unit_kinds=UNITS,
    cites=(cite("第十二条", "HBV-12.3"),),
)

ROLES = (
    PRINCIPAL_LEADER,
    LEADER_IN_CHARGE,
    SECTION_HEAD,
    DISCLOSURE_OFFICER,
    RESPONSIBLE_PERSON,
    CONTACT,
    PUBLISHING_STAFF,
    ASSESSMENT_STAFF,
    RESPONSE_STAFF,
)

# The regulation names the leading group and its office, and not who sits in the group.
LEADING_GROUP = Body(
    id="huaibei-veterans.leading-group",
    label="局政务公开工作领导小组",
    cites=(cite("第六条"), cite("第十二条")),
    seats=(),
)

OFFICE = Body(
    id="huaibei-veterans.leading-group-office",
    label="局政务公开工作领导小组办公室",
    cites=(cite("第六条"), cite("第十三条")),
    seats=(
        BodySeat(
            "huaibei-veterans.office-staff", "工作人员", (cite("第六条"),), held_by=(DISCLOSURE_OFFICER.id,)
        ),
    ),
)

# Its own office is that of the leading group, one and the same.
JOINT_MEETING = Body(
    id="huaibei-veterans.joint-meeting",
    label="重大政务舆情会商联席会议",
    cites=(cite("第六条", "HBV-6.4"), cite("第十三条")),
    seats=(
        BodySeat(
            "huaibei-veterans.meeting-lead", "牵头", (cite("第六条"),), held_by=(DISCLOSURE_OFFICER.id,)
        ),
        BodySeat(
            "huaibei-veterans.meeting-section",
            "参加科室",
            (cite("第六条"),),
            held_by=(RESPONSIBLE_PERSON.id,),
            unit_kinds=SECTIONS,
        ),
    ),
    office_at=OFFICE.id,
)

BODIES = (LEADING_GROUP, OFFICE, JOINT_MEETING)
