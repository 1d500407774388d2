"""Who works in 清河县: named after their posts, each with a login and with what to try."""

from dataclasses import dataclass
from datetime import timedelta

from django.contrib.auth.hashers import make_password

from guanwei.audit import clock
from guanwei.audit.acting import acting
from guanwei.console.demo.county import IN_POST_SINCE, Built
from guanwei.console.demo.refused import must
from guanwei.organisations.models import Appointment, Person
from guanwei.organisations.services import appoint, delegate, switch_on

# Everybody's, and printed on the terminal: the demo listens on this machine alone.
PASSWORD = "Qinghe-river-2026"  # noqa: S105
AGENCY_BOOK = "luan-emergency"


@dataclass(frozen=True, slots=True)
class Post:
    """A person with one post. ``oversees`` is the unit that a leader is in charge of; ``tries`` is for the table."""

    username: str
    name: str
    role: str
    unit: str
    oversees: str = ""
    tries: str = ""
    contractor: bool = False


POSTS = (
    Post("county-administrator", "县系统管理员", "county.administrator", "qinghe", tries="人员、任职、规则启用"),
    Post("county-keeper", "县网站管理员", "county.site-keeper", "qinghe", tries="首页和栏目"),
    Post("county-auditor", "县督查员", "county.auditor", "qinghe", tries="登记簿、全过程记录，只看不改"),
    Post("office-editor", "县政府办编辑", "county.editor", "office-media", tries="写稿，送审前看到整条流程"),
    Post("office-reviewer", "县政府办审核员", "county.reviewer", "office-media", tries="待办里审核"),
    Post("office-leader", "县政府办分管领导", "county.leader-in-charge", "office", "office-media", "手机宽度签发"),
    Post("office-publisher", "县政府办发布员", "county.publisher", "office-media", tries="发布；人工渠道填回地址"),
    Post("water-editor", "水利局宣传科编辑", "county.editor", "water-publicity", tries="改退回的稿件再送审"),
    Post("water-supply-editor", "供水服务中心编辑", "county.editor", "water-supply", tries="供稿，由宣传科管理账号"),
    Post("water-contractor", "外包运维人员", "county.editor", "water-publicity", tries="只能写，不能审", contractor=True),
    Post("water-reviewer", "水利局宣传科审核员", "county.reviewer", "water-publicity", tries="审核，勾选核对事项"),
    Post("water-leader", "水利局分管领导", "county.leader-in-charge", "water", "water-publicity", "签发；已书面授权代签"),
    Post("water-chief", "水利局办公室主任", "county.reviewer", "water", tries="凭书面授权代签"),
    Post("water-publisher", "水利局宣传科发布员", "county.publisher", "water-publicity", tries="取发布包、填回地址、撤稿"),
    Post("emergency-officer", "宣教科信息员甲", f"{AGENCY_BOOK}.information-officer", "emergency-publicity",
         tries="采编并初审自己的稿件"),
    Post("emergency-officer-2", "宣教科信息员乙", f"{AGENCY_BOOK}.information-officer", "emergency-publicity",
         tries="初审同事的稿件"),
    Post("emergency-safety-officer", "安全生产科信息员", f"{AGENCY_BOOK}.information-officer", "emergency-safety",
         tries="供稿"),
    Post("emergency-support-officer", "救援保障中心信息员", f"{AGENCY_BOOK}.information-officer", "emergency-support",
         tries="供稿"),
    Post("emergency-head", "宣教科科长", f"{AGENCY_BOOK}.section-head", "emergency-publicity",
         tries="复审；发布前核对三项"),
    Post("emergency-leader", "应急局分管领导", f"{AGENCY_BOOK}.leader-in-charge", "emergency", "emergency-publicity",
         "终审"),
    Post("emergency-administrator", "应急局专职管理员", f"{AGENCY_BOOK}.dedicated-administrator",
         "emergency-publicity", tries="发布；未发出的重新发送"),
    Post("education-editor", "教育局宣传科编辑", "county.editor", "education-publicity", tries="写稿"),
    Post("education-reviewer", "教育局宣传科审核员", "county.reviewer", "education-publicity", tries="审核"),
    Post("education-leader", "教育局分管领导", "county.leader-in-charge", "education", "education-publicity", "签发"),
    Post("education-publisher", "教育局宣传科发布员", "county.publisher", "education-publicity", tries="发布"),
)  # fmt: skip


def engage(built: Built) -> None:
    """Everybody with a login. One hash for all: hashing each would take longer than building the rest."""
    hashed = make_password(PASSWORD)
    with acting(None, "建立演示县"):
        for post in POSTS:
            person = Person(
                username=post.username,
                display_name=post.name,
                email=f"{post.username}@qinghe.example",
                contractor=post.contractor,
                password=hashed,
            )
            person.save()
            built.people[post.username] = person


def put_in_posts(built: Built) -> None:
    """The rules in force first, then posts: a role exists once its plugin declares it."""
    administrator = built.people["county-administrator"]
    must(switch_on(built.units["emergency"], AGENCY_BOOK, by=administrator, reason="本局印发实施细则，自即日起执行"))
    for post in POSTS:
        _made, refusals = appoint(
            built.people[post.username],
            post.role,
            built.units[post.unit],
            IN_POST_SINCE,
            by=administrator,
            oversees=[built.units[post.oversees]] if post.oversees else [],
            basis="清人社任〔2024〕1号",
        )
        must(refusals)


def delegate_in_writing(built: Built) -> None:
    """The water bureau's leader is away: the head of its office signs, in writing and for a time."""
    held = Appointment.objects.get(person=built.people["water-leader"])
    _made, refusals = delegate(
        held,
        built.people["water-chief"],
        clock.today(),
        clock.today() + timedelta(days=180),
        "清水函〔2026〕3号 关于委托代签政务新媒体稿件的函",
        by=built.people["water-leader"],
    )
    must(refusals)
