"""Names of places: which of them are homes, and where an address begins."""

import re

from guanwei.screening.personal.words import any_of

HAN = r"\u4e00-\u9fff\u3007"
PROVINCE = re.compile(
    r"(?:北京|天津|上海|重庆)市?|(?:河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川"
    r"|贵州|云南|陕西|甘肃|青海|台湾)省|(?:内蒙古|广西壮族|西藏|宁夏回族|新疆维吾尔)自治区|内蒙古|广西|西藏|宁夏|新疆"
)

# A residential compound by its kind; a block, a room or the number of the house goes with it.
COMPOUND_WORDS = any_of(
    """
    小区 花园 花苑 公寓 家属院 家属楼 家属区 新村 新苑 新居 宿舍 宿舍楼 住宅楼 住宅区 家园 嘉园 佳园
    雅苑 丽苑 名苑 馨苑 华庭 豪庭 雅居 名都 名邸 公馆 华府 庄园 别墅 安置房 安置点 安置区 安居房
    公租房 廉租房 经适房 保障房 回迁房 生活区 职工楼 居民楼 教师楼
    """
)
COMPOUND = re.compile(COMPOUND_WORDS)
# Names that homes and other places share; only a block with a room says which.
COMPOUND_NAME = re.compile(
    r"(?:(?<!学|科|产|物|工)[苑庭郡墅邸轩寓]|(?<!政)府|(?<![商车材流子食居])城|(?<![公校业技儿流件新化物范林])园|(?<![这那村街])里"
    r"|村|湾|坊|居|[0-9]号院)(?:[东西南北中]?[区院期]|[一二三四五六0-9a-z]{1,2}[区期])*$"
)
# 弄 are the lanes of Shanghai: their numbers are houses with flats.
LANE = re.compile(r"弄[0-9]{1,4}支?号$")
# A compound that the text doesn't name.
UNNAMED = re.compile(
    r"(?:^|该|本|此|各|全|这个|一个|整个|老旧|封闭|居民|住宅|新建|所在|无物业|试点|样板|高层|单位|集体|学生|职工)$"
)
VILLAGE = re.compile(r"[村庄屯寨堡湾沟塬梁营]|社区|嘎查|村委会|居委会")
NUMBERED_VILLAGE = re.compile(r"[村庄屯寨](?:门牌)?$")
PLACE = re.compile(rf"[省市县区旗镇乡村街路巷弄道组屯庄里坊寨湾沟院]|胡同|{COMPOUND_WORDS}")

# What stands in front of an address and isn't part of it.
AHEAD = any_of(
    """
    家住 现住 现住址 现居住 现居住地 居住 居住地 住址 住所 住所地 住在 住于 位于 坐落 座落 户籍
    户籍地 户籍地址 户籍所在地 户口 户口所在地 租住 暂住 暂住地 借住 常住 原住 入住 搬到 搬至 搬进
    搬入 来到 赶到 赶赴 前往 送到 送至 走进 走访 进入 抵达 回到 潜入 闯入 家在 家庭 老家 籍贯 原籍
    出生于 居民 业主 住户 户主 租客 房主 先生 女士 大爷 大妈 奶奶 爷爷 老人 老伴 地址 地点 处所
    出租屋 名下 共有 购买 出售 拥有 出租 查封 拍卖 发往 寄往 寄到 寄至 迁往 迁至 上午 下午 凌晨
    深夜 晚间 核实 查看 检查 慰问 通知 返回 发现 得知 反映 投诉 举报 接报 接到 自称 声称 称其 是
    在 到 的 对 把 被 与 及 说 请 其 我 他 她
    """
)
# Characters that also begin names of places: 将军路, 自由路, 从化区, 于家村, 为民路, 住宅.
AHEAD_BY_PLACE = (
    r"(?=[为从由将于住系日时分])(?:(?<=[址地所处点籍])为|从(?![化江])|(?<!自)由|将(?![军台乐])|(?<=[位居住落处生])于"
    r"|(?:(?<=[,;:\s()族岁生人])|^)住(?![宅房院户建宿所民持])|(?<=[,;])系|(?<=[0-9一二三四五六七八九十])[日时分](?:许|左右)?)"
)
# An address doesn't go on across these: 某 and other masks, blanks but between its parts, brackets but around a phase.
STOP = (
    rf"[^{HAN}0-9a-wyz\-\#\u00b7() ]|某|(?<![省市县区旗镇乡道村街路州组号栋幢楼元园苑城府居寓院庭湾墅里]) "
    r"|\((?!(?:[东西南北中]?[区院]|[一二三四五六0-9a-z]{1,2}[期区])\))|(?<![区院期])\)"
)
EDGE = re.compile(rf"{STOP}|{AHEAD}|{AHEAD_BY_PLACE}")
# A region whose name is masked: the address begins behind its kind.
MASKED_REGION = re.compile(r"[省市县区镇乡]|街道|自治[区州县]")
LONGEST = 60


def beginning(plain: str, house: int, complete: int) -> int:
    """Where the address begins that goes on with the numbers at ``house``: not before ``complete``, and at
    ``house`` itself where no place is named in front.
    """
    begin = max(complete, house - LONGEST)
    for edge in EDGE.finditer(plain, begin, house):
        begin = edge.end()
        if edge[0] == "某" and (region := MASKED_REGION.match(plain, begin, house)):
            begin = region.end()
    while begin < house and plain[begin] in " -":
        begin += 1
    # Words that name no place are none of an address: 群里说3号楼2单元501室.
    named = PLACE.search(plain, begin, house) or COMPOUND_NAME.search(plain[begin:house])
    return begin if named else house


def first_region(plain: str, begins: int, house: int) -> int:
    """A province's name begins an address, whatever stands in front of it."""
    province = PROVINCE.search(plain, begins, house)
    return province.start() if province else begins


def is_compound(front: str) -> bool | None:
    """Whether a residential compound is named; False where it is one without its name."""
    last = last_compound(front)
    return None if last is None else not UNNAMED.search(front[: last.start()])


def last_compound(front: str) -> re.Match[str] | None:
    *_, last = (None, *COMPOUND.finditer(front))
    return last
