"""Words that tell a warning, an exposure or a ban from an offer."""

import re


def _words(listed: str) -> tuple[str, ...]:
    return tuple(listed.split())


# A word whose sentence has one of these is being fought, investigated or warned of.
AGAINST = _words(
    """
    打击 严打 整治 查处 查获 破获 侦破 捣毁 端掉 打掉 抓获 取缔 涉嫌 警惕 谨防 防范 预防 当心 反诈 防诈
    防骗 揭秘 揭露 曝光 识破 揭穿 受骗 被骗 上当 受害人 受害者 骗局 诈骗罪 嫌疑人 刑事拘留 刑拘 判处
    获刑 宣判 立案 处罚 惩治 惩处 严惩 禁赌 专项治理 清理整顿 专项行动 以案说法 典型案例 不法分子
    违法犯罪 举报 承担法律责任 侦查 专案
    """
)
# An offer, wherever in the sentence it stands.
PROMOTION = _words(
    """
    加微信 加扣 加群 加v 加q 微信号 微信联系 vx 扣扣 联系电话 咨询电话 电联 私聊 私信 详询 咨询热线 日赚
    日入 月入 月赚 稳赚 包赢 必赢 躺赚 轻松赚 高回报 零风险 无风险 招代理 诚招 诚邀 招募代理 代理加盟
    诚聘 返佣 高佣 秒到账 秒提现 注册送 首充 充值送 返水 正规平台 信誉平台 信誉保证 诚信经营 接单 包过
    免押 低息 当天放款 无抵押 名额有限 手慢无 速来 扫码进群 扫码加 点击链接 点击注册 立即注册 立即加入
    欢迎咨询 欢迎加入 不要错过 不容错过 不要犹豫 价格优惠 量大从优 价格面议 长期合作 专业办理 全程代办
    内部渠道 带你赚 不违法 不犯法 合法正规 绝对安全 安全可靠
    """
)
# Whoever tells how a swindler offers uses the swindler's words.
QUOTED = _words(
    """
    为诱饵 为名 名义 谎称 声称 宣称 幌子 为由 噱头 诱骗 诱导 引诱 诱惑 不法分子 犯罪分子 骗子 嫌疑人
    受害人 骗取 话术 切勿 请勿 轻信
    """
)
# A prohibition, a few characters before the word and in its clause.
FORBIDDEN = re.compile(
    "(?:不要|不得|不能|不可|不参与|不从事|不组织|不相信|不轻信|勿|别参与|别信|严禁|禁止|杜绝|抵制|远离|拒绝|防止|制止|遏制|"
    "非法|违法|认清|看清|辨别|识别|何为|什么是|所谓|陷入|落入|遭遇|警示|揭开)[^。！？!?；;，,：:\n]{0,8}$"
)
# A crime or harm, a few characters after it. 方案 and 档案 are no cases.
CONDEMNED = re.compile(
    "[^。！？!?；;：:\n]{0,8}?(?:骗局|诈骗|犯罪|违法|非法|团伙|窝点|陷阱|骗术|圈套|嫌疑|受害|危害|乱象|黑产|被抓|被查|被判|"
    "被骗|警情|罪|(?<![方个备提档答图文草议教])案)"
)
# A heading over a text that warns or reports.
HEADING = re.compile(
    "反诈|防诈|防骗|警惕|谨防|当心|防范|骗局|打击|破获|侦破|捣毁|整治|取缔|案例|曝光|警示|预警|揭秘|严禁|禁止|远离|拒绝|抵制|"
    "风险提示|涉嫌|宣判|获刑|被抓"
)
