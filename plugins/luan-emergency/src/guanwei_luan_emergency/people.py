"""第六条、第七条、第九条、第十一条、第十五条: who takes part. Contractors hold none of these posts."""

from guanwei.api import Duty, Role, Structure

from guanwei_luan_emergency.regulation import cite

# 第六条: running and sponsoring can't be handed to a contractor, so no post here is open to one.
NOT_OUTSOURCED = cite("第六条", "LAE-6.8")

INFORMATION_OFFICER = Role(
    id="luan-emergency.information-officer",
    label="政务新媒体信息员",
    duties=frozenset({Duty.WRITE, Duty.REVIEW}),
    # 第七条: every section and affiliated unit names one.
    per_unit=(1, 0),
    unit_kinds=(Structure.SECTION.value, Structure.AFFILIATED_UNIT.value),
    cites=(cite("第七条", "LAE-7.3"), cite("第十一条第二款", "LAE-11.4"), NOT_OUTSOURCED),
    open_to_contractors=False,
)

SECTION_HEAD = Role(
    id="luan-emergency.section-head",
    label="科室负责人",
    duties=frozenset({Duty.REVIEW}),
    cites=(cite("第十一条第二款", "LAE-11.6"), cite("第十五条2)", "LAE-15.2"), NOT_OUTSOURCED),
    open_to_contractors=False,
)

LEADER_IN_CHARGE = Role(
    id="luan-emergency.leader-in-charge",
    label="分管领导",
    duties=frozenset({Duty.REVIEW, Duty.TAKE_DOWN}),
    cites=(cite("第十一条第二款", "LAE-11.7"), NOT_OUTSOURCED),
    open_to_contractors=False,
)

PRINCIPAL = Role(
    id="luan-emergency.principal",
    label="主要领导",
    duties=frozenset({Duty.REVIEW}),
    cites=(cite("第九条第一款", "LAE-9.7"), NOT_OUTSOURCED),
    open_to_contractors=False,
)

DEDICATED_ADMINISTRATOR = Role(
    id="luan-emergency.dedicated-administrator",
    label="专职管理员",
    duties=frozenset({Duty.RELEASE, Duty.TAKE_DOWN}),
    cites=(cite("第十一条第一款", "LAE-11.2"), cite("第十五条1)", "LAE-15.1"), NOT_OUTSOURCED),
    open_to_contractors=False,
)

ROLES = (INFORMATION_OFFICER, SECTION_HEAD, LEADER_IN_CHARGE, PRINCIPAL, DEDICATED_ADMINISTRATOR)
