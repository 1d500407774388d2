"""What tells a text that sells something from one that governs, reports or warns."""

import re

from guanwei.screening.engine.wordlists import Words

PRICE = re.compile(
    "\\d\\s?(?:万元?|元|块)(?:钱)?\\s?(?:/|起|一|每|包|的价|即可|就能|搞定|抢|带走|套|斤|件|份|盒|瓶|箱)|"
    "[¥$]\\s?\\d|"
    "(?:原价|现价|特价|售价|仅售|只售|只卖|仅需|只需|只要|低至|活动价|到手价|券后|团购价|会员价|批发价|直降|"
    "立减|单价|均价)[:：]?\\s?[¥$]?\\s?\\d|"
    "满\\s?\\d{1,5}\\s?元?[减送立]|买[一二三四五六\\d]{1,2}[送赠得]|优惠(?!的?(?:政策|待遇|证|贷|利率|措施|"
    "条件|扶持|税|对象|人群|力度))|[\\d一二三四五六七八九]折|\\d\\s?[a-z]?(?:元|块)?秒杀"
)
# One of these is enough for a sentence to sell something; each counts once.
OFFERS = Words(
    "包邮 抢购 秒杀 下单 订购 选购 团购 促销 清仓 甩卖 特惠 钜惠 巨惠 优惠价 优惠活动 优惠多多 大优惠 买一送 "
    "第二件 厂家直销 产地直销 工厂价 出厂价 批发价 旗舰店 专卖店 "
    "本店 我店 小店 我们店 店内 全店 本公司 我公司 我司 加盟 招商 诚招 总代 加微信 加v信 加我微信 微信号 "
    "热卖 热销 爆款 新品 上市 上新 开售 预售 咨询热线 订餐 预订 "
    "欢迎品尝 欢迎惠顾 欢迎光临 进店 到店 门店 会员卡 会员日 办卡 充值 开盘 首付 户型 楼盘 现房 学区房 售楼 "
    "营销中心 样板间 疗程 疗效 祛斑 祛痘 减肥 瘦身 美白 面膜 护肤 "
    "化妆品 保健品 酒水 养生馆 购买 购物 买到 入手 带回家 抢先 限时 限量 限购 回馈 让利 酬宾 直播间 橱窗 "
    "小黄车 点击链接 扫码购 我们的产品 本产品 这款产品 该款 "
    "本品 正品 老字号 口碑 性价比 回头客 家居 家具 家电 装修公司 瓷砖 地板 课程 培训班 辅导班 一对一 名师 "
    "健身 美容 美发 摄影 婚纱 珠宝 黄金 手机店 茶叶 大闸蟹 火锅 烤鸭 "
    "烧烤 自助餐 海鲜 有售 在售 现货 货到付款 假一赔 无效退款 免费试用 免费体验 专营 顾客 口腔 种牙 客户 "
    "买家 送礼 礼盒 礼品 祖传 秘方 专治 百病 热线".split()
)
HINTS = Words(
    "产品 商品 品牌 商家 店 消费者 价格 品质 质量 品味 口感 配方 优惠 享受 尊享 体验 服务 原料 工艺 疗 采用 "
    "打造 欢迎 销量 您 亲".split()
)
HINTED = ("产品", "商品", "品牌", "价格", "优惠")
# 广告法 is spoken of, a seller is punished, a buyer is warned.
WATCHED = Words(
    "广告法 虚假宣传 虚假广告 广告监测 夸大 绝对化 极限词 极限用语 违禁词 用语 违法 违规 查处 执法 监管 处罚 "
    "罚款 当事人 警惕 谨防 当心 切勿 勿信 轻信 不要相信 不相信 别信 莫信 专家提示 小心 骗 陷阱 套路 不得 "
    "禁止 严禁 投诉 举报 消费警示 消费提示 消费提醒 理性消费 诈 宣称 声称 标榜 号称 所谓".split()
)
# Who speaks is an office, or what is spoken of is its work.
OFFICIAL = Words(
    "人民政府 县委 市委 区委 省委 党委 党组 国务院 委员会 管理局 监督局 商务局 农业农村局 文旅局 公安局 "
    "人社局 乡村振兴 群众 惠民 民生 财政 政策 规划 招标 中标 采购人 投标 评审 "
    "公告 公示 通知 会议 干部 村民 居民 贫困 脱贫 帮扶 助农 惠农 消费券 补贴 以旧换新 公益 无偿 志愿 社区 "
    "我县 我市 我省 我区 产业 统计 同比 环比 增长 高质量 "
    "示范 调研 考察 项目 建设 发展 战略 改革 论坛 发布会 记者 报道 新华社 荣获 评选 表彰 比赛 大赛 赛事 联赛 "
    "奥运 冠军赛 决赛 收盘 股票 股市 证券 债券 市值".split()
)
# Who has bought there speaks of it as a guest does.
BUYER = Words(
    "我买 买了 买的 买过 住过 住了 住的 吃过 去过 用过 个人认为 我觉得 感觉还 感觉很 感觉不 感觉挺 收到货 "
    "失望 不满意 比较满意 还满意 差评 算不上 不如 不愧 据说 可能是 应该是 算是 之一 太差 太贵 坑人 上当".split()
)

# So many hints make up for an offer.
MANY = 3


def sells(around: str) -> bool:
    """Whether it sells something. Each cue counts once, an offer twice as much as a hint of one."""
    offers = len(OFFERS.of(around)) + bool(PRICE.search(around))
    hints = len(HINTS.of(around))
    if not (offers or hints >= MANY) or WATCHED.any_in(around) or BUYER.any_in(around):
        return False
    return 2 * offers + hints - 2 * len(OFFICIAL.of(around)) >= 2
