"""A rule book whose invented regulation tests load in print: carried by a notice, with one label lost."""

from datetime import date

from guanwei.api import Article, Place, RuleBook, hookimpl

DOCUMENT = "清河县新媒体工作管理细则"
NOTICE = "清河县宣传办公室关于规范新媒体工作的通知"
LOST = "第二章首条（原文缺条号）"

BOOK = RuleBook(
    id="printed.rules",
    document=DOCUMENT,
    number="清宣办发〔2026〕5号",
    issuer="清河县宣传办公室",
    in_force_from=date(2026, 1, 1),
    articles=(
        Article("导语", "为什么要规范。", document=NOTICE, place=Place.PREAMBLE),
        Article("第一部分", "先登记再发布。", document=NOTICE, heading="通知一、登记"),
        Article("第一部分(二)", "登记表一式两份。", document=NOTICE),
        Article("附件1", "登记表。", document=NOTICE),
        Article("第一条", "为规范工作制定。", heading="第一章 总则"),
        Article("第二条", "两级审核。"),
        Article("第二条(一)", "初审看事实。"),
        Article(LOST, "每两周更新。", printed=False, our_number="3", fragment="账号应当保持更新"),
        Article("第四条", "保管密码。"),
        Article("第五条", "由宣传办公室解释。", place=Place.FOOT),
    ),
)


@hookimpl
def plugin_label() -> str:
    return "印本"


@hookimpl
def register_rule_books() -> tuple[RuleBook, ...]:
    return (BOOK,)
