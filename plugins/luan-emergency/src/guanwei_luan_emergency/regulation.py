"""The regulation, article by article, in our own words.

The published text lost the labels of four articles. They are located by their place in the chapter and
never cited by the number that we derive for them.
"""

from datetime import date

from guanwei.api import Article, Citation, Place, RuleBook

DOCUMENT = "六安市应急管理局政务新媒体管理实施细则"

ARTICLE_4 = "第二章首条（原文缺条号）"
ARTICLE_12_LAST = "第十二条末款"
ARTICLE_13 = "第五章首条（原文缺条号）"
ARTICLE_14 = "第五章第二条（原文条号残缺）"
ARTICLE_18 = "第七章末条（原文条号残缺）"
ANNEX = "附件"


def cite(article: str, *clauses: str) -> Citation:
    """An article of this regulation and the clauses of the ledger that the element serves."""
    return Citation(DOCUMENT, article, clauses)


BOOK = RuleBook(
    id="luan-emergency.rules",
    document=DOCUMENT,
    number="",
    issuer="六安市应急管理局",
    # 第十七条: from the day of issue; the notice is dated and was published on that day.
    in_force_from=date(2023, 3, 21),
    articles=(
        Article(
            "印发通知",
            "经局党委会议通过后印发；日期印作 2023321，缺年月日三字，读作 2023-03-21。",
            ("LAE-0.1",),
            place=Place.HEADER,
            particulars=(("印发日期", "2023-03-21"), ("主送", "局各科室、各直属事业单位")),
        ),
        Article(
            "第一条",
            "政务新媒体承载公开和服务；为使全局的建设管理规范而定，依据三份上位文件。",
            ("LAE-1.1", "LAE-1.2"),
            heading="第一章 总则",
            points=("国办发〔2018〕123号", "皖政办秘〔2016〕136号", "六政办秘〔2021〕148号"),
        ),
        Article("第二条", "适用于以局名义认证运行的公众号、微博号及按需开设的移动客户端。"),
        Article(
            "第三条",
            "依法建设管理；谁办谁负责、谁批谁监管之外，还有统筹规划、分级负责和公开透明、及时快捷两项原则。",
            ("LAE-3.2", "LAE-3.3"),
        ),
        Article(
            ARTICLE_4,
            "按传播规律办，导向正、定位清、跟着需求走；以应急工作和公众所需为根本，内容积极向上。",
            ("LAE-4.1", "LAE-4.3"),
            printed=False,
            our_number="4",
            fragment="遵循网络及新媒体发展规律",
            heading="第二章 管理机构及分工",
        ),
        Article("第五条", "图文、音视频账号各有更新频次（图文周期缺字）；上级要求转发的限十二小时。"),
        Article("第六条", "宣教科牵头；运维可外包，须订明权责并签保密协议，主办职责不得外包。"),
        Article("第七条", "各科室和直属单位供稿、拟定热点回应意见，并指定信息员。"),
        Article(
            "第八条",
            "个人和科室不得以局名义开号；开设、变更、关停经两级领导审批后备案。",
            heading="第三章 开设关停",
        ),
        Article(
            "第九条",
            "列出七类可发布的内容；转载原则上限于所列来源，须获许可、标明出处，不得改变原意。",
            heading="第四章 发布及回复",
        ),
        Article("第十条", "内容真实、准确、及时、适用，表达简洁，形式多样。"),
        Article("第十一条", "信息员初审并填审批表，科室负责人复审，分管领导终审；专职管理员发布。"),
        Article("第十二条", "一般留言由信息员拟、管理员回；举报信访转办公室；舆情由主要负责人牵头。"),
        Article(
            ARTICLE_13,
            "守住七条底线；未经授权审核不得发布；涉其他单位先沟通，涉隐私去标识。",
            printed=False,
            our_number="13",
            fragment="意识形态及信息内容安全",
            heading="第五章 安全管理",
        ),
        Article(
            f"{ARTICLE_13}1)",
            "发布内容要积极向上，守住底线；防范意识形态、信息内容和网络舆情的风险。",
            ("LAE-13.1a", "LAE-13.6"),
            printed=False,
            our_number="13 之 1",
            fragment="应当坚持弘扬主旋律",
        ),
        Article(
            ARTICLE_14,
            "密码定期及随人员变动更换；发现仿冒账号即核查、协查、致函关停并报备。",
            printed=False,
            our_number="14",
            fragment="账号安全",
        ),
        Article(
            "第十五条",
            "宣教科专人日常运营；科室负责人在发布前最后核对三项；信息员不得随意互动。",
            heading="第六章 监督管理",
        ),
        Article("第十五条3)", "信息员日常维护时要让账号保持官方的真实和权威。", ("LAE-15.6",)),
        Article("第十六条", "不搞形式主义，不刷数据，不强制关注下载，不营利。", ("LAE-16.5",)),
        Article(
            "第十七条",
            "印发之日起施行，由局解释并适时调整。",
            ("LAE-17.1",),
            place=Place.FOOT,
            particulars=(("施行日期", "2023-03-21"), ("解释机关", "六安市应急管理局")),
        ),
        Article(
            ARTICLE_18,
            "未规定的事项按国家、省、市的规定办。",
            ("LAE-18.1",),
            printed=False,
            our_number="18",
            fragment="细则未尽事宜",
            place=Place.FOOT,
        ),
        Article(ANNEX, "信息发布审批表：当日一张，逐条列明，三级签字后归档。", heading="附件"),
    ),
)
