"""第三条、第六条 and the posts of the ways of publishing: member units, the leading group and its office, signers."""

from guanwei.api import Body, BodySeat, Duty, Role, Structure, UnitKind

from guanwei_huaibei_police.regulation import cite


def member(name: str, label: str) -> UnitKind:
    """第三条: one of the four kinds of member unit. They belong to the bureau, whose leaders sign for them too."""
    return UnitKind(f"huaibei-police.{name}", label, (cite("第三条", "HBP-3.2"),), Structure.AFFILIATED_UNIT)


COUNTY_BUREAU = member("county-bureau", "县局")
BRANCH = member("branch", "分局")
DETACHMENT = member("detachment", "支队")
AFFILIATED_UNIT = member("affiliated-unit", "局直单位")

UNIT_KINDS = (COUNTY_BUREAU, BRANCH, DETACHMENT, AFFILIATED_UNIT)
MEMBERS = tuple(kind.id for kind in UNIT_KINDS)
COMMISSARED = (COUNTY_BUREAU.id, BRANCH.id, DETACHMENT.id)

# One person holds both offices (第三条 prints them as one post).
POLITICAL_DIRECTOR = Role(
    id="huaibei-police.political-director",
    label="党委副书记、政治部主任",
    duties=frozenset({Duty.REVIEW, Duty.TAKE_DOWN}),
    cites=(cite("第三条"), cite("第十条")),
)

PUBLICITY_HEAD = Role(
    id="huaibei-police.publicity-head",
    label="宣传科长",
    duties=frozenset({Duty.REVIEW, Duty.TAKE_DOWN}),
    cites=(cite("第三条"), cite("第四条")),
)

COMMISSAR = Role(
    id="huaibei-police.commissar",
    label="政委",
    duties=frozenset({Duty.REVIEW}),
    cites=(cite("第三条"),),
    unit_kinds=COMMISSARED,
)

# 第三条 says 主要负责人, 第八条 主要领导: the same post. Departments and stations have it too.
UNIT_HEAD = Role(
    id="huaibei-police.unit-head",
    label="主要领导",
    duties=frozenset({Duty.REVIEW, Duty.TAKE_DOWN}),
    cites=(cite("第三条"), cite("第八条")),
)

DEDICATED_STAFF = Role(
    id="huaibei-police.dedicated-staff",
    label="专门人员",
    duties=frozenset({Duty.WRITE}),
    # 第六条: one or two. A third is told and kept; nobody is left without one.
    per_unit=(1, 2),
    most_warns=True,
    unit_kinds=MEMBERS,
    cites=(cite("第六条", "HBP-6.1"),),
)

CONTRIBUTOR = Role(
    id="huaibei-police.contributor",
    label="供稿人员",
    duties=frozenset({Duty.WRITE}),
    cites=(cite("第八条"),),
)

ACCOUNT_ADMINISTRATOR = Role(
    id="huaibei-police.account-administrator",
    label="微博微信管理员",
    duties=frozenset({Duty.WRITE, Duty.REVIEW, Duty.RELEASE, Duty.TAKE_DOWN}),
    cites=(cite("第八条"), cite("第九条"), cite("第十条")),
)

# Of the section or station that runs the account, not of the unit that supplied the item.
SUPERVISING_LEADER = Role(
    id="huaibei-police.supervising-leader",
    label="主管领导",
    duties=frozenset({Duty.REVIEW, Duty.TAKE_DOWN}),
    cites=(cite("第八条"), cite("第九条"), cite("第十条")),
)

BUREAU_LEADER = Role(
    id="huaibei-police.bureau-leader-in-charge",
    label="分管局领导",
    duties=frozenset({Duty.REVIEW, Duty.TAKE_DOWN}),
    cites=(cite("第八条第二款"), cite("第九条第二款"), cite("第十条")),
)

ROLES = (
    POLITICAL_DIRECTOR,
    PUBLICITY_HEAD,
    COMMISSAR,
    UNIT_HEAD,
    DEDICATED_STAFF,
    CONTRIBUTOR,
    ACCOUNT_ADMINISTRATOR,
    SUPERVISING_LEADER,
    BUREAU_LEADER,
)

OFFICE = Body(
    id="huaibei-police.office",
    label="“淮北公安”新媒体工作领导小组办公室",
    cites=(cite("第三条", "HBP-3.1"),),
    seats=(
        BodySeat(
            "huaibei-police.office-director",
            "办公室主任",
            (cite("第三条", "HBP-3.4"),),
            held_by=(PUBLICITY_HEAD.id,),
        ),
    ),
)

LEADING_GROUP = Body(
    id="huaibei-police.leading-group",
    label="“淮北公安”新媒体工作领导小组",
    cites=(cite("第三条", "HBP-3.1"),),
    seats=(
        BodySeat("huaibei-police.group-leader", "组长", (cite("第三条"),), held_by=(POLITICAL_DIRECTOR.id,)),
        BodySeat(
            "huaibei-police.group-member-commissar",
            "小组成员（政委）",
            (cite("第三条", "HBP-3.5"),),
            held_by=(COMMISSAR.id,),
            unit_kinds=COMMISSARED,
        ),
        BodySeat(
            "huaibei-police.group-member-head",
            "小组成员（主要负责人）",
            (cite("第三条", "HBP-3.5"),),
            held_by=(UNIT_HEAD.id,),
            unit_kinds=(AFFILIATED_UNIT.id,),
        ),
    ),
)

BODIES = (LEADING_GROUP, OFFICE)
