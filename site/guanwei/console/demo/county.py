"""清河县 on paper: its units, portal and accounts."""

from dataclasses import dataclass, field
from datetime import date

from guanwei.accounts.models import Account
from guanwei.audit.acting import acting
from guanwei.console.demo.refused import must
from guanwei.organisations.models import Person, Unit
from guanwei.organisations.services import add_unit
from guanwei.portal.models import ColumnPage
from guanwei.portal.services import ColumnPlan, found_site
from guanwei.publishing.models import Picture

SITE_NAME = "清河县人民政府"
WELCOME = "清河安澜，政务公开。这里是演示用的虚构县份，所载内容均非真实信息。"
IN_POST_SINCE = date(2024, 1, 2)

# slug, name, kind, parent
UNITS = (
    ("qinghe", "清河县人民政府", "county", ""),
    ("office", "清河县人民政府办公室", "department", "qinghe"),
    ("office-media", "政务新媒体科", "section", "office"),
    ("water", "清河县水利局", "department", "qinghe"),
    ("water-publicity", "水利局宣传科", "section", "water"),
    ("water-supply", "清河县供水服务中心", "affiliated_unit", "water"),
    ("emergency", "清河县应急管理局", "department", "qinghe"),
    ("emergency-publicity", "应急局宣教科", "section", "emergency"),
    ("emergency-safety", "应急局安全生产科", "section", "emergency"),
    ("emergency-support", "清河县应急救援保障中心", "affiliated_unit", "emergency"),
    ("education", "清河县教育局", "department", "qinghe"),
    ("education-publicity", "教育局宣传科", "section", "education"),
    ("veterans", "清河县退役军人事务局", "department", "qinghe"),
    ("veterans-office", "退役军人局办公室", "section", "veterans"),
    ("police", "清河县公安局", "department", "qinghe"),
    ("police-publicity", "公安局宣传科", "section", "police"),
    ("police-traffic", "交通警察大队", "section", "police"),
)

# slug, name, platform, unit, channel, address, purpose. Numbers that no platform has given out.
ACCOUNTS = (
    ("office-weibo", "清河发布", "weibo", "office-media", "weibo-manual", "https://weibo.com/u/9900000001",
     "县政府权威信息发布"),
    ("office-wechat", "清河发布", "wechat", "office-media", "recording-wechat", "", "政务公开、便民服务"),
    ("water-weibo", "清河水利", "weibo", "water-publicity", "weibo-manual", "https://weibo.com/u/9900000002",
     "水情、停水和防汛提示"),
    ("water-wechat", "清河水利", "wechat", "water-publicity", "wechat-manual", "", "水利政策和用水服务"),
    ("emergency-weibo", "清河应急", "weibo", "emergency-publicity", "recording-weibo",
     "https://weibo.com/u/9900000003", "预警和突发事件信息"),
    ("emergency-wechat", "清河应急", "wechat", "emergency-publicity", "recording-wechat", "",
     "安全知识和工作动态"),
    ("education-weibo", "清河教育", "weibo", "education-publicity", "weibo-manual",
     "https://weibo.com/u/9900000004", "招生和校园信息"),
    ("veterans-weibo", "清河退役军人", "weibo", "veterans-office", "weibo-manual",
     "https://weibo.com/u/9900000006", "优抚政策和服务"),
    ("veterans-wechat", "清河退役军人", "wechat", "veterans-office", "wechat-manual", "", "优抚政策和服务"),
    ("police-weibo", "清河公安", "weibo", "police-publicity", "recording-weibo",
     "https://weibo.com/u/9900000005", "警务信息和防范提示"),
    ("police-wechat", "清河公安", "wechat", "police-publicity", "recording-wechat", "", "警务服务"),
    ("education-wechat", "清河教育", "wechat", "education-publicity", "recording-wechat", "", "家长服务"),
)  # fmt: skip

# slug, title, unit, introduction
COLUMNS = (
    ("news", "要闻动态", "office", "县政府和各部门的重要工作与活动。"),
    ("notices", "通知公告", "office", "面向公众的通知、公告和通告。"),
    ("policies", "政策文件", "office", "县政府和各部门主动公开的文件。"),
    ("flood", "防汛减灾", "emergency", "汛情、预警、避险知识和值守安排。"),
    ("services", "便民服务", "office", "停水停电、招生就医、办事指南。"),
)

FOOT = {
    "copyright_holder": "清河县人民政府",
    "operator": "清河县人民政府办公室",
    "telephone": "0000-1234567",
    "email": "office@qinghe.example",
    "icp_number": "演示备00000000号",
    "police_number": "演示公网安备00000000000000号",
    "site_code": "0000000000",
}

# Readers who come by an address of the county's older portal.
MOVED = {"/col/col1024/index.html": "/notices/"}


@dataclass
class Built:
    """What stands so far, each by its slug."""

    units: dict[str, Unit] = field(default_factory=dict)
    columns: dict[str, ColumnPage] = field(default_factory=dict)
    accounts: dict[str, Account] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    pictures: dict[str, Picture] = field(default_factory=dict)


def found_county(port: int) -> Built:
    """Units and the portal, live on genesis permits: so before there is anybody (``found_site``)."""
    built = Built()
    with acting(None, "建立演示县"):
        for slug, name, kind, parent in UNITS:
            made, refusals = add_unit(name, slug, kind, built.units.get(parent), by=None, reason="建立演示县")
            must(refusals)
            if made is not None:
                built.units[slug] = made
        plans = [ColumnPlan(title, slug, built.units[unit], words) for slug, title, unit, words in COLUMNS]
        found_site(SITE_NAME, plans, WELCOME, "127.0.0.1", port, FOOT, MOVED)
    built.columns = {each.slug: each for each in ColumnPage.objects.all()}
    return built


def open_accounts(built: Built, by: Person) -> None:
    """The official accounts, each managed by one unit."""
    with acting(by, "账号备案登记"):
        for slug, name, platform, unit, channel, address, purpose in ACCOUNTS:
            built.accounts[slug] = Account.objects.create(
                slug=slug,
                name=name,
                platform=platform,
                unit=built.units[unit],
                channel=channel,
                address=address,
                purpose=purpose,
            )
