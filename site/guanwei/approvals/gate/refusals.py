"""Why the gate refuses. A reason has a code, which a trigger's message carries, and a sentence for people."""

import re

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _

from guanwei.api import Refusal

PREFIX = "guanwei.L1:"
CODE = re.compile(re.escape(PREFIX) + r" ([a-z-]+)")

SENTENCES = {
    "born-live": _("内容不能一建立就公开。请先存为草稿，送审并取得许可后由发布人发布。"),
    "needs-opening": _("这是公开的内容，只能按许可改动或发布。请改在草稿里，送审通过后由发布人发布。"),
    "delete-live": _("这篇内容还在公开，不能删除。请先由有撤稿职责的人员撤下，再删除。"),
    "replaces-live": _("这次写入会顶掉正在公开的内容，已拒绝。请另建一篇，或先撤下原来的内容。"),
    "key-moved": _("公开内容的编号不能改动。请另建一篇草稿送审。"),
    "emptied": _("存有公开内容的数据表不能清空。请逐篇撤下。"),
    "no-permit": _("这篇内容没有有效的许可，不能发布。请重新送审，取得许可后再发布。"),
    "spent": _("这份许可已经用过一次，不能再次公开。请重新送审，取得新的许可后再发布。"),
    "opening-fixed": _("发布通道一经打开不能改写。请由发布人重新发布。"),
    "stays-empty": _("这张数据表必须一直空着，发布通道靠它关闭。请通知系统管理员。"),
    "permit-fixed": _("许可一经签发不能改写、删除，用过或撤销后不能恢复。请重新送审，取得新的许可。"),
    "sealed": _("这是只写一次的记录，不能改动或删除；要更正，请由经办人另做一条新的记录。"),
    "wrong-step": _("这条记录的状态不能这样改；请在它自己的页面上办理。"),
    "address-held": _("这个页面的地址已预留给渠道稿，不能改动。请先由有撤稿职责的人员撤下相关发布。"),
    "file-held": _(
        "这份文件已写进签发的稿件，文件、标题、说明和焦点不能再改，也不能删除。请另外上传一份，再改选新的。"
    ),
    "rendition-fixed": _("缩放图由系统按原图生成，不能改写。请删除后由系统重新生成，要换图的请另外上传。"),
    "stays-public": _(
        "门户的页面和附件不设“隐私”：要么公开，要么撤下。要停止公开，请由有撤稿职责的人员撤下。"
    ),
    "alias": _("不能建立别名页，它会绕过审批公开内容。请另建一篇草稿送审。"),
    "scheduled": _("不能在这里定时。请在送审通过后，由发布人在发布时填写发布时间。"),
    "ungoverned": _("这类内容没有纳入审批，不能公开。请系统管理员先把它纳入审批。"),
    "triggers": _(
        "数据库的发布闸门不完整（应有%(expected)d道，现有%(standing)d道），暂停发布。"
        "请系统管理员运行 migrate 后再试。"
    ),
    "revoked": _("这份许可已经撤销。请重新送审，取得新的许可后再发布。"),
    "marked": _(
        "这份稿件有尚未解除的内容标记，不能公开。请在“检查提示”里查看，由有权的人解除，或者不再发布。"
    ),
    "differs": _("将要公开的内容与许可的内容不一致，已全部退回。请重新送审，或由系统管理员查明改动来源。"),
    "missing": _("许可所指的内容已不存在，不能发布。请重新建稿送审。"),
}

# A sealed row is kept by the law of the record, the rest by the gate's own.
LAW_OF = {"sealed": "L5", "wrong-step": "L7"}


class GateRefused(PermissionDenied):
    """The gate does not let this pass. ``refusals`` says why and who can do what next."""

    def __init__(self, *refusals: Refusal) -> None:
        super().__init__(str(_("；")).join(map(str, refusals)))
        self.refusals = list(refusals)


def refused(code: str, **values: object) -> GateRefused:
    """The refusal that ``code`` names, ready to raise."""
    return GateRefused(_refusal(code, **values))


def _refusal(code: str, **values: object) -> Refusal:
    sentence = str(SENTENCES[code])
    return Refusal(sentence % values if values else sentence, rule=f"{LAW_OF.get(code, 'L1')}.{code}")


def sentence_of(exception: BaseException) -> Refusal | None:
    """What a trigger's refusal means for a person; None where the error isn't the gate's."""
    found = CODE.search(str(exception))
    return _refusal(found[1]) if found and found[1] in SENTENCES else None
