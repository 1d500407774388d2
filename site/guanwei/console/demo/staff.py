"""Who works in 清河县: named after their posts, and what to try when signed in as one of them."""

from dataclasses import dataclass

AGENCY_BOOK = "luan-emergency"
POLICE_BOOK = "huaibei-police"
VETERANS_BOOK = "huaibei-veterans"
# Unit, rule book, and the reason that stands in the record.
BOOKS = (
    ("emergency", AGENCY_BOOK, "本局印发实施细则，自即日起执行"),
    ("veterans", VETERANS_BOOK, "本局印发政务舆情回应制度，自即日起执行"),
    ("police", POLICE_BOOK, "本局印发新媒体发布管理规定，自即日起执行"),
)
EDITOR, REVIEWER, LEADER = "county.editor", "county.reviewer", "county.leader-in-charge"
PUBLISHER = "county.publisher"
OFFICER = f"{AGENCY_BOOK}.information-officer"
ADMINISTRATOR = f"{AGENCY_BOOK}.dedicated-administrator"


@dataclass(frozen=True, slots=True)
class Post:
    """A person with one post. A leader ``oversees`` a unit or ``subjects``; ``tries`` is for the terminal's table."""

    username: str
    name: str
    role: str
    unit: str
    tries: str
    oversees: str = ""
    contractor: bool = False
    subjects: tuple[str, ...] = ()


COUNTY = (
    Post("county-administrator", "县系统管理员", "county.administrator", "qinghe", "人员、任职、规则启用"),
    Post("county-keeper", "县网站管理员", "county.site-keeper", "qinghe", "首页和栏目"),
    Post("county-auditor", "县督查员", "county.auditor", "qinghe", "登记簿和全过程记录，只看不改"),
    Post("office-editor", "县政府办编辑", EDITOR, "office-media", "写稿，送审前看到整条流程"),
    Post("office-reviewer", "县政府办审核员", REVIEWER, "office-media", "在待办里审核"),
    Post("office-leader", "县政府办分管领导", LEADER, "office", "在手机上签发", "office-media"),
    Post("office-publisher", "县政府办发布员", PUBLISHER, "office-media", "发布，填回人工渠道的地址"),
)
WATER = (
    Post("water-editor", "水利局宣传科编辑", EDITOR, "water-publicity", "改好退回的稿件再送审"),
    Post("water-supply-editor", "供水服务中心编辑", EDITOR, "water-supply", "供稿，账号由宣传科管理"),
    Post("water-contractor", "外包运维人员", EDITOR, "water-publicity", "只能写，不能审", contractor=True),
    Post("water-reviewer", "水利局宣传科审核员", REVIEWER, "water-publicity", "审核，勾选核对事项"),
    Post("water-leader", "水利局分管领导", LEADER, "water", "签发；已书面授权代签", "water-publicity"),
    Post("water-chief", "水利局办公室主任", REVIEWER, "water", "凭书面授权代签"),
    Post("water-publisher", "水利局宣传科发布员", PUBLISHER, "water-publicity", "取发布包、填回地址、撤稿"),
)
EMERGENCY = (
    Post("emergency-officer", "宣教科信息员甲", OFFICER, "emergency-publicity", "采编并初审自己的稿件"),
    Post("emergency-officer-2", "宣教科信息员乙", OFFICER, "emergency-publicity", "初审同事的稿件"),
    Post("emergency-safety-officer", "安全生产科信息员", OFFICER, "emergency-safety", "供稿"),
    Post("emergency-support-officer", "救援保障中心信息员", OFFICER, "emergency-support", "供稿"),
    Post(
        "emergency-head",
        "宣教科科长",
        f"{AGENCY_BOOK}.section-head",
        "emergency-publicity",
        "复审；发布前核对三项",
    ),
    Post(
        "emergency-leader",
        "应急局分管领导",
        f"{AGENCY_BOOK}.leader-in-charge",
        "emergency",
        "终审",
        "emergency-publicity",
    ),
    Post(
        "emergency-administrator",
        "应急局专职管理员",
        ADMINISTRATOR,
        "emergency-publicity",
        "发布；没有发出的重新发送",
    ),
)
EDUCATION = (
    Post("education-editor", "教育局宣传科编辑", EDITOR, "education-publicity", "写稿"),
    Post("education-reviewer", "教育局宣传科审核员", REVIEWER, "education-publicity", "审核"),
    Post("education-leader", "教育局分管领导", LEADER, "education", "签发", "education-publicity"),
    Post("education-publisher", "教育局宣传科发布员", PUBLISHER, "education-publicity", "发布"),
)
POLICE = (
    Post(
        "police-contributor",
        "交警大队供稿人员",
        f"{POLICE_BOOK}.contributor",
        "police-traffic",
        "供稿，确认审改",
    ),
    Post("police-traffic-head", "交警大队大队长", f"{POLICE_BOOK}.unit-head", "police-traffic", "供稿方审签"),
    Post(
        "police-administrator",
        "公安局微博微信管理员",
        f"{POLICE_BOOK}.account-administrator",
        "police-publicity",
        "审核编辑，登录发布",
    ),
    Post(
        "police-leader",
        "公安局宣传科主管领导",
        f"{POLICE_BOOK}.supervising-leader",
        "police-publicity",
        "发布前审核",
    ),
    Post(
        "police-bureau-leader",
        "分管交警的局领导",
        f"{POLICE_BOOK}.bureau-leader-in-charge",
        "police",
        "审批重大敏感事项",
        subjects=(f"{POLICE_BOOK}.traffic",),
    ),
)
VETERANS = (
    Post("veterans-editor", "退役军人局编辑", EDITOR, "veterans-office", "写回应稿，列明涉及的机关"),
    Post("veterans-reviewer", "退役军人局审核员", REVIEWER, "veterans-office", "审核"),
    Post("veterans-leader", "退役军人局分管领导", LEADER, "veterans", "签发", "veterans-office"),
    Post(
        "veterans-principal",
        "退役军人局主要领导",
        f"{VETERANS_BOOK}.principal-leader",
        "veterans",
        "有关机关逾期不答复的，由其决定",
    ),
    Post("veterans-publisher", "退役军人局发布员", PUBLISHER, "veterans-office", "发布"),
)
POSTS = (*COUNTY, *WATER, *EMERGENCY, *EDUCATION, *POLICE, *VETERANS)
