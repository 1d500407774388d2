"""The notice, part by part, in our own words. It has parts and items instead of articles."""

from datetime import date

from guanwei.api import Article, Citation, Place, RuleBook

DOCUMENT = "安康市公安局关于切实做好警务信息公开平台内容保障工作的通知"


def cite(article: str, *clauses: str) -> Citation:
    """A part of this notice and the clauses of the ledger that the element serves."""
    return Citation(DOCUMENT, article, clauses)


BOOK = RuleBook(
    id="ankang-police.rules",
    document=DOCUMENT,
    number="",
    issuer="安康市公安局",
    # The print says 2015524 without 年月日; the page is of 2015-06-02. The notice names no other day to begin.
    in_force_from=date(2015, 5, 24),
    articles=(
        Article("抬头", "发给各县公安局、分局，市局各部门和直属单位。", place=Place.HEADER),
        Article(
            "导语",
            "让新型媒体发挥四种功能，带动公安工作和队伍建设，使公众更安心、更满意；"
            "网站改版、账号开通之后，把信息公开的建设、管理和维护做好。",
            ("AKP-0.1", "AKP-0.4", "AKP-0.5"),
            place=Place.PREAMBLE,
            points=("宣传", "教育", "互动", "服务"),
        ),
        Article("一", "网站分信息公开、网上办事、警民互动三部分，各有栏目。", heading="一、栏目设置"),
        Article("二(一)", "信息公开部分十二个栏目，逐栏定责任部门。", heading="二、责任划分"),
        Article("二(一)1", "警务要闻：宣传科和秘书科维护。"),
        Article("二(一)2", "公示公告：秘书科维护。"),
        Article("二(一)3", "法律法规：法制支队维护。"),
        Article("二(一)4", "警队文化：宣传科维护。"),
        Article("二(一)5", "县区动态：各县区上传，秘书科审核维护。"),
        Article("二(一)6", "部门动态：各部门上传，秘书科审核维护。"),
        Article("二(一)7", "教育训练：组教科维护。"),
        Article("二(一)8", "表彰奖励：组教科维护。"),
        Article("二(一)9", "警方提示：治安支队牵头，有关部门配合。"),
        Article("二(一)10", "网上通缉：刑警支队管理。"),
        Article("二(一)11", "视频新闻：宣传科和秘书科维护。"),
        Article("二(一)12", "政务公开：二十七项以链接列出，分别由六个部门负责。"),
        Article("二(二)", "网上办事：指挥中心牵头，十二个警种提供流程、表格和电话。"),
        Article("二(三)", "警民互动：信件、举报、账号、征集和依申请公开各有责任部门。"),
        Article("三、1", "涉密不上网；谁上网、谁审核、谁负责。", heading="三、审批程序"),
        Article("三、2", "信息合栏目主旨；文字、图片和回复各有质量要求。"),
        Article("三、3", "负责部门建立制度，定一名科室负责人和一名栏目管理员。"),
        Article(
            "三、4", "文件、领导活动和会议逐级审批后由栏目管理员上网；领导活动结束后再公开，与新闻稿一致。"
        ),
        Article("三、5", "标密文件一般不上网；确需公开的依法解密、删去涉密内容并经领导审批。"),
        Article("三、6", "询问事项登记编号，限日答复、逐级审批；延长须请示并告知群众。"),
        Article("三、7", "投诉举报登记编号，限日反馈；一时办不结的向群众解释。"),
        Article("三、8", "日常普通信息由部门负责人审批，栏目管理员上网。"),
        Article(
            "四、1",
            "借网站和账号接受群众监督、了解民意，及时发现并解决问题。",
            ("AKP-4.1.2",),
            heading="四、工作要求",
        ),
        Article("四、2", "多部门配合的栏目由牵头部门汇总后统一发布。"),
        Article("四、3", "警民互动每天至少查阅一次并办理；违规造成不良影响的处理。"),
        Article("四、4", "遵守保密和信息安全规定，泄密追责。"),
        Article(
            "四、5",
            "认识到办好新型媒体的意义，及时供稿；原文“充公”应为“充分”，指充分发挥四种功能；"
            "每月通报考核，目的仍是促进公安工作和队伍建设。",
            ("AKP-4.5.0", "AKP-4.5.4", "AKP-4.5.5"),
            points=("宣传", "教育", "互动", "服务"),
        ),
        Article(
            "网页附栏",
            "网页旁另列各县区、各部门的信息统计；不是通知的条文，照样提供。",
            ("AKP-5.2",),
            place=Place.FOOT,
        ),
        Article(
            "落款",
            "日期印作 2015524，缺年月日三字，读作 2015-05-24。",
            ("AKP-6.1",),
            place=Place.FOOT,
            particulars=(
                ("印发机关", "安康市公安局"),
                ("印发日期", "2015-05-24"),
                ("网页发布日期", "2015-06-02"),
            ),
        ),
    ),
)
