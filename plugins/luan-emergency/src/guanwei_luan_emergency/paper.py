"""附件: 信息发布审批表, one sheet a day, one line per item, each line signed three times."""

from guanwei.api import Field, FormCell, FormSignature, OfficialForm

from guanwei_luan_emergency.content import always
from guanwei_luan_emergency.regulation import ANNEX, cite
from guanwei_luan_emergency.reviews import (
    FINAL_REVIEW,
    FIRST_REVIEW,
    PRINCIPAL_APPROVES,
    SECOND_REVIEW,
    THREE_REVIEWS,
)

PUBLICATION_TYPE = "luan-emergency.publication_type"
REMARK = "luan-emergency.remark"
LINE = (cite(ANNEX, "LAE-A1.4"),)

FIELDS = (
    Field(
        id=PUBLICATION_TYPE,
        label="发布类型/来源",
        cites=(cite("第十一条第二款", "LAE-11.5"), cite(ANNEX, "LAE-A1.4")),
        sentence="请填写审批表的“发布类型/来源”一栏，初审人员据此填表。",
        help="例如：原创/本局科室供稿。印在当日的信息发布审批表上。",
        required=always,
    ),
    Field(
        id=REMARK,
        label="备注",
        cites=(cite(ANNEX, "LAE-A1.4"),),
        sentence="请填写审批表的“备注”一栏。",
        help="可不填。印在当日的信息发布审批表上。",
    ),
)

APPROVAL_FORM = OfficialForm(
    id="luan-emergency.approval-form",
    title="{agency}信息发布审批表",
    cites=(cite("第十一条第二款", "LAE-11.5"), cite(ANNEX, "LAE-A1.1", "LAE-A1.8")),
    route=THREE_REVIEWS.id,
    other_routes=(PRINCIPAL_APPROVES.id,),
    header=(
        FormCell(
            "信息发布类别",
            "sheet.platforms",
            choices=(("weibo", "微博"), ("wechat", "微信")),
            cites=(cite(ANNEX, "LAE-A1.2"),),
        ),
        FormCell("发布日期", "sheet.date", cites=(cite(ANNEX, "LAE-A1.3"),)),
    ),
    row=(
        FormCell("信息标题", "item.title", cites=LINE),
        FormCell("发布类型/来源", f"item.field:{PUBLICATION_TYPE}", cites=LINE),
        FormCell("备注", f"item.field:{REMARK}", may_be_empty=True, cites=LINE),
    ),
    signatures=(
        FormSignature("初审人员意见", FIRST_REVIEW.id, (cite(ANNEX, "LAE-A1.5"),)),
        FormSignature("复审人员意见", SECOND_REVIEW.id, (cite(ANNEX, "LAE-A1.6"),)),
        FormSignature("终审人员意见", FINAL_REVIEW.id, (cite(ANNEX, "LAE-A1.7"),)),
    ),
    # The printed note in our own words; an office may load its regulation's own text.
    note="注：本表由当日初审人员填写，经科长、分管领导签字，归档保存。",
    least_rows=4,
)
