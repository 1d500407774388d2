"""The regulation, article by article, in our own words. The print carries neither a number nor a date."""

from guanwei.api import UNDATED, Article, Citation, Place, RuleBook

DOCUMENT = "淮北市退役军人事务局政务舆情回应制度"


def cite(article: str, *clauses: str) -> Citation:
    """An article of this regulation and the clauses of the ledger that the element serves."""
    return Citation(DOCUMENT, article, clauses)


BOOK = RuleBook(
    id="huaibei-veterans.rules",
    document=DOCUMENT,
    number="",
    issuer="淮北市退役军人事务局",
    # 第十六条: from the day of issue, which the print does not name.
    in_force_from=UNDATED,
    articles=(
        Article(
            "导语",
            "让权威信息及时出来、谣言消下去、舆论走正路，政府更可信，公开水平更高；三件事合称政务舆情工作。",
            ("HBV-0.1", "HBV-0.2", "HBV-0.3"),
            place=Place.PREAMBLE,
            points=("收集", "研判", "回应"),
        ),
        Article(
            "第一条",
            "做这项工作守四项原则。",
            ("HBV-1.1",),
            points=("公开透明", "分级负责", "科学有效", "双向互动"),
        ),
        Article("第二条", "属地管理、谁主管谁负责，谁主管或处置就由谁发声；重在源头。"),
        Article(
            "第三条",
            "责任主体是本局：特别重大的由局主要领导先说话；涉重大政策的由相关科室回应、分管领导先说话。",
        ),
        Article(
            "第四条",
            "遇重大突发事件和热点敏感问题及时主动发布；特别重大和重大的二十四小时内开新闻发布会，持续发声。",
        ),
        Article("第五条", "发布会、报纸、广播电视、网站和微博微信都是舆情工作的平台。"),
        Article(
            "第六条",
            "建立会商联席会议和联络员制度，由公开办牵头、各科室参加；会议的办公室就是局政务公开工作领导小组的办公室。",
            ("HBV-6.4",),
        ),
        Article("第七条", "公开办监测网站、账号和传统媒体；涉本部门的迅速核实并报市政府。"),
        Article("第八条", "订立研判标准；重大政策出台前做风险评估；重大敏感的会商评估，提出意见报审后处置。"),
        Article("第九条", "舆情信息按类别归口报送，其他的由公开办统筹。"),
        Article(
            "第十条",
            "受理、转办、反馈有流程并定期通报；跨区域跨部门时全市当成一盘棋，快速处置，各担其责；"
            "各方联动的目标有三。",
            ("HBV-10.4", "HBV-10.6"),
            points=("信息共享", "多方参与", "齐抓共管"),
        ),
        Article("第十一条", "公开、发布和回应相互配合；涉及其他行政机关的先沟通确认，保持准确一致。"),
        Article(
            "第十一条末句", "用网上发布、专家解读、发布会和采访等方式回应，把舆论往正面引导。", ("HBV-11.6",)
        ),
        Article("第十二条", "列入工作日程，专门机构负责、选人负责；经常培训；分类监测收集并交办研判。"),
        Article(
            "第十三条", "各科室定一名负责人和一名工作人员；信息共享、协同处置；转办的迅速分析处置并报送。"
        ),
        Article("第十四条", "用好信息公开网和发布会，政府信息优先发布，权威信息及时发布。"),
        Article(
            "第十四条末句",
            "重视新闻发布在应对中的作用：正面、主动，用它引导舆论，使应对更有权威、更及时。",
            ("HBV-14.3", "HBV-14.5"),
        ),
        Article("第十五条", "纳入年度目标考核；应对不力、影响严重的追责。"),
        Article(
            "第十六条",
            "自印发之日起施行，印发日期原文未载。",
            ("HBV-16.1",),
            place=Place.FOOT,
            particulars=(("施行", "自印发之日起"), ("解释机关", "局政务公开工作领导小组办公室")),
        ),
    ),
)
