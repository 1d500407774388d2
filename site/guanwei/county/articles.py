"""《盐池县政府系统政务微博、微信应用管理规定》 with the notice that carries it, summed up in our own words."""

from datetime import date

from guanwei.api import Article, Citation, RuleBook

DOCUMENT = "盐池县政府系统政务微博、微信应用管理规定"
NOTICE = "盐池县政务公开办公室关于加强政务微博、微信管理工作的通知"


def cite(article: str, *clauses: str) -> Citation:
    """An article of the regulation."""
    return Citation(DOCUMENT, article, clauses)


def cite_notice(part: str, *clauses: str) -> Citation:
    """A part of the notice."""
    return Citation(NOTICE, part, clauses)


RULE_BOOK = RuleBook(
    id="county.yanchi",
    document=DOCUMENT,
    number="盐政公开办发〔2017〕1号",
    issuer="盐池县政务公开办公室",
    in_force_from=date(2017, 10, 16),
    articles=(
        Article("第二条", "适用于各单位认证开设的账号，也适用于公务人员以公职身份开设的账号。"),
        Article("第五条", "开设账号先定功能和制度，主要领导批准、县政府办备案之后再申请；名称要能认出单位。"),
        Article("第六条", "认证的机构是主管部门，受托维护的机构是管理部门，两者可以是同一个。"),
        Article("第十条", "发布、转发、评论都要及时而规范；职责内的问题限时办理，结果公开。"),
        Article("第十一条", "发布内容分五类：主动公开、宣传、便民、澄清回应，以及其他可公开的信息。"),
        Article("第十二条", "尊重著作权：别人的原创须写明来源或者打上转载记号；语义清楚，一条说完。"),
        Article("第十五条", "谁开设谁主管，谁应用谁负责；单位主要领导负总责。"),
        Article("第十七条", "各主管部门订立自己的管理规范，把账号管理纳入本单位制度。"),
        Article("第十八条", "建立发布、监测、值班、突发事件和更正致歉等制度。"),
        Article("第十九条", "工作人员依制度发布、转发和评论，不凭个人看法，不绕开流程。"),
        Article("第二十一条", "不涉密，不发不宜公开的内容；管好密码和终端。"),
        Article("第二十三条", "门户网站集中列出本地政务账号并提供链接。"),
        Article("第二十四条", "平时微博微信发要点、链接到网站看详情；突发事件先在账号发动态，网站随后跟进。"),
        Article("第二十五条", "网站内容可推到账号，账号信息可显示在网站。"),
    ),
)
