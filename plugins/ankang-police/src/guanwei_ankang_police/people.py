"""The header and part three: the units that the notice binds, and the posts that approve and put online."""

from guanwei.api import Duty, Role, Structure, UnitKind

from guanwei_ankang_police.regulation import cite


def bound(name: str, label: str, structure: Structure) -> UnitKind:
    """One of the four kinds of unit that the header addresses. All belong to the bureau, which counts by them."""
    return UnitKind(f"ankang-police.{name}", label, (cite("抬头", "AKP-0.3", "AKP-5.2"),), structure)


COUNTY_BUREAU = bound("county-bureau", "县公安局", Structure.AFFILIATED_UNIT)
BRANCH = bound("branch", "分局", Structure.AFFILIATED_UNIT)
# Sections of a department that keep a column (政治部宣传科 and others) are departments to the notice, too.
DEPARTMENT = bound("department", "局属部门", Structure.SECTION)
AFFILIATED_UNIT = bound("affiliated-unit", "直属单位", Structure.AFFILIATED_UNIT)

UNIT_KINDS = (COUNTY_BUREAU, BRANCH, DEPARTMENT, AFFILIATED_UNIT)

SECTION_HEAD = Role(
    id="ankang-police.section-head",
    label="科室负责人",
    duties=frozenset({Duty.REVIEW}),
    per_unit=(1, 1),
    unit_kinds=(DEPARTMENT.id,),
    cites=(cite("三、3", "AKP-3.3.2"),),
)

COLUMN_MANAGER = Role(
    id="ankang-police.column-manager",
    label="栏目管理员",
    duties=frozenset({Duty.WRITE, Duty.RELEASE, Duty.TAKE_DOWN}),
    per_unit=(1, 1),
    unit_kinds=(DEPARTMENT.id,),
    cites=(cite("三、3", "AKP-3.3.3"), cite("三、4"), cite("三、8")),
)

# 三、4: whoever deals with the matter drafts it and proposes what to do.
HANDLER = Role(
    id="ankang-police.handler",
    label="承办人",
    duties=frozenset({Duty.WRITE, Duty.REVIEW}),
    cites=(cite("三、4"),),
)

# 三、4 says 主要负责人 of the police type or department, 三、8 部门负责人: the same post.
DEPARTMENT_HEAD = Role(
    id="ankang-police.department-head",
    label="部门负责人",
    duties=frozenset({Duty.REVIEW, Duty.TAKE_DOWN}),
    cites=(cite("三、4"), cite("三、8")),
)

BUREAU_LEADER = Role(
    id="ankang-police.bureau-leader-in-charge",
    label="分管局领导",
    duties=frozenset({Duty.REVIEW, Duty.TAKE_DOWN}),
    cites=(cite("三、4"), cite("三、5")),
)

BUREAU_CHIEF = Role(
    id="ankang-police.bureau-chief",
    label="局主要领导",
    duties=frozenset({Duty.REVIEW, Duty.TAKE_DOWN}),
    cites=(cite("三、4"), cite("三、5")),
)

ROLES = (SECTION_HEAD, COLUMN_MANAGER, HANDLER, DEPARTMENT_HEAD, BUREAU_LEADER, BUREAU_CHIEF)
