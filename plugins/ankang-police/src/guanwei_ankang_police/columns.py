"""Parts one and two: the portal's columns as printed, who keeps each, who contributes, how it shows."""

from collections.abc import Iterable

from guanwei.api import Citation, Column, ColumnService, Display

from guanwei_ankang_police.people import (
    AFFILIATED_UNIT,
    BRANCH,
    COLUMN_MANAGER,
    COUNTY_BUREAU,
    DEPARTMENT,
    SECTION_HEAD,
)
from guanwei_ankang_police.regulation import cite

SECRETARIAT, CENTRE = "指挥中心秘书科", "指挥中心"
PUBLICITY, EDUCATION, PERSONNEL = "政治部宣传科", "政治部组教科", "政治部人事科"
LEGAL, SUPPORT, CRIMINAL, ORDER = "法制支队", "警务保障处", "刑警支队", "治安支队"
PETITIONS, DISCIPLINE = "信访科", "纪委"

# 三、3: a department with columns names one head and one manager of them.
STAFFED = (SECTION_HEAD.id, COLUMN_MANAGER.id)


def column(slug: str, label: str, *cites: Citation, parent: str = "", **more: object) -> Column:
    """One printed column. Whoever leads it has named its people."""
    staffed = STAFFED if more.get("lead") else ()
    return Column(
        f"ankang-police.{slug}",
        label,
        slug,
        cites,
        f"ankang-police.{parent}" if parent else "",
        staffed_by=staffed,
        **more,  # type: ignore[arg-type]
    )


# 一: three sections, in this order.
SECTIONS = (
    column("disclosure", "信息公开", cite("一", "AKP-1.0"), closed_tree=True),
    column("services", "网上办事", cite("一", "AKP-1.0", "AKP-1.14"), cite("二(二)", "AKP-2.2.1"), lead=CENTRE,
           closed_tree=True, display=Display.LINK, display_fixed=False),
    column("interaction", "警民互动", cite("一", "AKP-1.0", "AKP-1.16"), closed_tree=True,
           display=Display.LINK, display_fixed=False),
)  # fmt: skip


def disclosed(number: int, slug: str, label: str, purpose: str, lead: str = "", **more: object) -> Column:
    """二(一): the column at this place of the twelve, shown on the page where nothing else is said."""
    part_two = f"AKP-2.1.{number}"
    cites = (cite("一", f"AKP-1.{number}"), cite(f"二(一){number}", part_two, f"{part_two}d"))
    return column(slug, label, *cites, parent="disclosure", lead=lead, purpose=purpose, **more)


DISCLOSURE = (
    disclosed(1, "headlines", "警务要闻", "全市公安工作和队伍建设的动态。", PUBLICITY, co_owners=(SECRETARIAT,)),
    disclosed(2, "notices", "公示公告", "公安机关要向社会公告、公示的事项。", SECRETARIAT),
    disclosed(3, "laws", "法律法规", "常用和新近制定、修订的法律法规。", LEGAL),
    # The print has no mark of display here, so it is the office's choice.
    disclosed(4, "culture", "警队文化", "警营文化活动和民警的艺术创作。", PUBLICITY, display_fixed=False),
    disclosed(5, "county-news", "县区动态", "各县区的工作动态。", SECRETARIAT,
              contributor_kinds=(COUNTY_BUREAU.id, BRANCH.id)),
    disclosed(6, "department-news", "部门动态", "各部门、警种的工作动态。", SECRETARIAT,
              contributor_kinds=(DEPARTMENT.id, AFFILIATED_UNIT.id)),
    disclosed(7, "training", "教育训练", "公安机关教育训练的情况。", EDUCATION),
    disclosed(8, "commendations", "表彰奖励", "公安机关的先进典型。", EDUCATION),
    disclosed(9, "safety-tips", "警方提示", "安全防范的提示、警示、要求和建议。", ORDER,
              contributor_kinds=(DEPARTMENT.id,)),
    disclosed(10, "wanted", "网上通缉", "在逃人员的通缉信息。", CRIMINAL, may_close=True),
    disclosed(11, "videos", "视频新闻", "公安工作和队伍建设的视频。", PUBLICITY, co_owners=(SECRETARIAT,)),
)  # fmt: skip

# 二(一)12: links to 27 items, in the order of part one, each with one owner.
CATALOGUE = column("catalogue", "政务公开", cite("一", "AKP-1.12", "AKP-1.13"),
                   cite("二(一)12", "AKP-2.1.12", "AKP-2.1.13"), parent="disclosure",
                   display=Display.LINK, closed_tree=True, purpose="二十七项政务公开内容。")  # fmt: skip

# 重大项目 is read with the owner that follows it, like every other name.
OWNED = (
    (
        14,
        SECRETARIAT,
        "政府信息公开规定 指南 年报 警情提示 公安史志 应急管理 统计数据 通知公告 重要会议 政府文件",
    ),
    (15, PERSONNEL, "领导之窗 组织机构 人事信息"),
    (16, EDUCATION, "社会公益 目标考核"),
    (17, PUBLICITY, "新闻动态 新闻发布"),
    (18, SUPPORT, "财政信息 政府采购 三公支出 行政收费"),
    (19, LEGAL, "重大项目 政策法规 规划计划 行政许可"),
    (20, CRIMINAL, "公安通缉 典型案例"),
)
OWNER = {label: (clause, lead) for clause, lead, labels in OWNED for label in labels.split()}
ITEMS = (
    ("rules", "政府信息公开规定"), ("guide", "指南"), ("annual-reports", "年报"), ("leadership", "领导之窗"),
    ("organisation", "组织机构"), ("news", "新闻动态"), ("announcements", "通知公告"), ("meetings", "重要会议"),
    ("policies", "政策法规"), ("plans", "规划计划"), ("finance", "财政信息"), ("procurement", "政府采购"),
    ("statistics", "统计数据"), ("emergencies", "应急管理"), ("projects", "重大项目"), ("releases", "新闻发布"),
    ("assessment", "目标考核"), ("three-expenses", "三公支出"), ("documents", "政府文件"), ("fees", "行政收费"),
    ("welfare", "社会公益"), ("licences", "行政许可"), ("personnel", "人事信息"), ("alerts", "警情提示"),
    ("history", "公安史志"), ("police-wanted", "公安通缉"), ("cases", "典型案例"),
)  # fmt: skip


def item(slug: str, label: str) -> Column:
    """One of the 27."""
    clause, lead = OWNER[label]
    kept = cite("二(一)12", "AKP-2.1.12", "AKP-2.1.13", f"AKP-2.1.{clause}")
    return column(
        slug, label, cite("一", "AKP-1.13"), kept, parent="catalogue", lead=lead, display=Display.LINK
    )


# 一 and 二(二) name the materials apart from each other; what a police type hands in is the list of part two.
TELEPHONE = ColumnService("ankang-police.telephone", "便民电话",
                          (cite("一", "AKP-1.15"), cite("二(二)", "AKP-2.2.3")))  # fmt: skip
GUIDE = ColumnService("ankang-police.guide", "办事指南", (cite("一", "AKP-1.15"),), supplied=False)
PROCEDURE = ColumnService("ankang-police.procedure", "办事流程", (cite("二(二)", "AKP-2.2.3"),))
FORMS = ColumnService(
    "ankang-police.forms", "表格下载", (cite("一", "AKP-1.15"), cite("二(二)", "AKP-2.2.3"))
)
APPROVAL = ColumnService("ankang-police.online-approval", "网上审批", (cite("二(二)", "AKP-2.2.3"),))
CONSULTATION = ColumnService("ankang-police.consultation", "业务咨询", (cite("一", "AKP-1.15"),),
                             supplied=False, consultation=True)  # fmt: skip
SERVICES = (TELEPHONE, GUIDE, PROCEDURE, FORMS, APPROVAL, CONSULTATION)

# 二(二): the Command Centre leads; each police type hands in for its own page. A type may move away (消防 has).
POLICE_TYPES = (
    ("household", "户政"), ("public-order", "治安"), ("security-guards", "保安"), ("exit-entry", "出入境"),
    ("fire", "消防"), ("detention", "监管"), ("criminal", "刑侦"), ("traffic", "交警"), ("narcotics", "禁毒"),
    ("cyber", "网安"), ("economic", "经侦"), ("culture-protection", "经文保"),
)  # fmt: skip


def police_type(slug: str, label: str) -> Column:
    """One of the twelve. How its page is shown among the others isn't printed."""
    cites = (cite("一", "AKP-1.14"), cite("二(二)", "AKP-2.2.1", "AKP-2.2.2"))
    return column(slug, label, *cites, parent="services", lead=CENTRE, contributors=(label,), services=SERVICES,
                  may_close=True, display=Display.LINK, display_fixed=False)  # fmt: skip


def interactive(slug: str, label: str, lead: str, **more: object) -> Column:
    """二(三)."""
    return column(slug, label, cite("一", "AKP-1.16"), cite("二(三)"), parent="interaction", lead=lead,
                  may_close=True, display=Display.LINK, display_fixed=False, **more)  # fmt: skip


INTERACTION = (
    interactive("opinions", "民意征集", SECRETARIAT),
    interactive("interviews", "在线访谈", SECRETARIAT),
    interactive("letters", "信件反馈", PETITIONS),
    interactive("help", "请您帮助", PETITIONS),
    interactive("applications", "依申请公开", CENTRE),
    interactive("chief-mailbox", "局长信箱", PETITIONS),
    interactive("complaints", "举报投诉", DISCIPLINE),
    interactive("weibo", "安康公安新浪微博", SECRETARIAT, platform="weibo"),
    interactive("tencent-weibo", "安康警务腾讯微博", SECRETARIAT, platform="weibo"),
    interactive("wechat", "安康市公安局微信公共平台", SECRETARIAT, platform="wechat"),
)


def in_order() -> Iterable[Column]:
    """As part one prints them: each section with what stands in it."""
    disclosure, services, interaction = SECTIONS
    yield disclosure
    yield from DISCLOSURE
    yield CATALOGUE
    yield from (item(*each) for each in ITEMS)
    yield services
    yield from (police_type(*each) for each in POLICE_TYPES)
    yield interaction
    yield from INTERACTION


COLUMNS = tuple(in_order())
