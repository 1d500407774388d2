"""Whether an address is the seat of an office: everybody is to know it."""

import re

from guanwei.screening.personal.places import HAN, last_compound
from guanwei.screening.personal.words import any_of

OFFICE = any_of(
    """
    中心 大厅 派出所 办事处 街道办 医院 卫生院 卫生室 卫生所 诊所 门诊 药店 药房 学校 小学 中学 大学
    学院 幼儿园 托育 公司 企业 厂房 工厂 食品厂 商店 超市 便利店 饭店 酒店 宾馆 餐厅 饭馆 营业厅
    营业部 网点 支行 分行 银行 信用社 邮局 邮政 驿站 服务站 服务点 工作站 工作室 警务室 警务站 值班室
    办公 会议室 活动室 阅览室 图书室 图书馆 调解室 信访 委局 安局 育局 政局 改局 利局 保局 生局 化局
    源局 局机关 委员会 党支部 党群 政府 法院 检察院 监狱 看守所 车站 市场 商铺 商场 门面 门市 接种
    采样点 检测点 投票站 投票点 报名点 报名处 咨询点 咨询处 收费点 收费处 代办点 事务所 俱乐部 培训
    机构 物业 食堂 养老院 敬老院 福利院 仲裁 公证处 管理处 管理所 管理站 供电所 水务 大队 中队 支队
    消防站 协会 基金会 合作社 展馆 体育馆 博物馆 文化馆 大厦 写字楼 产业园 工业园 科技园 创业园 物流园
    孵化园 园区 广场 校区 店铺 店面 分店 总店 专卖店
    """
)
IN_OFFICE = re.compile(OFFICE)
# What an address is the seat of, right behind it.
BEHIND = re.compile(rf"[\s(]{{0,2}}[^\W的到去在被向往为至从与和]{{0,10}}?(?:{OFFICE}|居委会|村委会|社区居民)")
BEFORE = re.compile(
    rf"(?:{OFFICE}|[局厅委所站店厂馆院])[^,。;!?\n]{{0,5}}?"
    rf"(?:(?:位于|地处|设在|设于|坐落|座落|搬迁|迁至|迁入|迁往|地址|地点|住所|注册地|办公)[{HAN}]{{0,3}}[:\s]{{0,2}}|\(|:\s?)$"
)
LABEL = re.compile(
    r"(?:(?:办公|办理|咨询|报名|受理|领取|活动|集合|会议|考试|面试|接待|服务|经营|营业|生产|注册|施工|培训|体检|采样|检测|接种|投票|开标|递交)"
    r"(?:地址|地点|场所|地|窗口)|(?<![发火场])地点)(?:为|是|在|设在)?[:\s]{0,2}$"
)
# A table's cell with an office's name, and its address in the next one.
CELL = re.compile(rf"(?:{OFFICE}|居委会|村委会)[\s|]{{1,3}}$")
ADDRESS_LABEL = re.compile(r"(?:地址|住所|住所地)(?:为|是|在)?[:\s]{0,2}$")
PERSON = re.compile(
    rf"姓名|身份证|性别|[男女][,\s]|手机|出生|[汉回满]族|先生|女士|户主|本人|(?:^|[,;:\s])[{HAN}]某{{1,2}}[,;:(\s]"
)


def names_office(front: str) -> bool:
    """Whether an address names an office, behind the last compound: 医院家属楼 are homes."""
    last = last_compound(front)
    return bool(IN_OFFICE.search(front, last.end() if last else 0))


def is_office(plain: str, begins: int, end: int) -> bool:
    """Whether the words around an address say whose seat it is."""
    ahead = plain[max(0, begins - 40) : begins]
    if LABEL.search(ahead) or BEFORE.search(ahead) or BEHIND.match(plain, end):
        return True
    return bool(CELL.search(ahead) and not PERSON.search(ahead)) or is_seat(plain, begins)


def is_seat(plain: str, begins: int) -> bool:
    """Whether 地址 or 住所 is said of an organisation that stands in front, and of nobody else."""
    ahead = plain[max(0, begins - 50) : begins]
    label = ADDRESS_LABEL.search(ahead)
    if not label:
        return False
    before = ahead[: label.start()].split("。")[-1]
    return bool(IN_OFFICE.search(before)) and not PERSON.search(before)
