"""What the chosen accounts can carry: limits of their channels, and that they are the managing unit's."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from guanwei.accounts.queries import channel_of
from guanwei.api import Limits, Refusal
from guanwei.publishing.models import Post


def limit_refusals(obj: Any) -> list[Refusal]:
    """Why the variants of ``obj`` can't go out as they are. Structure pages have none."""
    if not hasattr(obj, "variants"):
        return []
    variants = list(obj.variants.all())
    found = [Refusal(sentence) for each in variants for sentence in _of_variant(each, obj)]
    if isinstance(obj, Post) and not variants:
        found.append(Refusal(_("独立稿至少要有一个账号的渠道稿；请添加。")))
    return found


def _of_variant(variant: Any, obj: Any) -> Iterator[str]:
    account = variant.account
    name = {"account": account}
    if account.closed_on is not None:
        yield _("%(account)s已注销，请去掉这个渠道稿。") % name
    if account.unit_id != obj.manager_id:
        yield _("%(account)s不由%(manager)s管理；请改选其账号，或为管理单位另建转载稿。") % {
            **name,
            "manager": obj.manager,
        }
    channel = channel_of(account)
    if channel is None:
        yield _("%(account)s的渠道没有装载，暂不能送审；请联系管理员。") % name
        return
    if not variant.text.strip() and not variant.from_page:
        yield _("%(account)s还没有正文。") % name
    yield from (sentence % name for sentence in _over(variant, channel.limits))


def _over(variant: Any, limits: Limits) -> Iterator[str]:
    for label, text, most in (
        (_("标题"), variant.title, limits.title_chars),
        (_("摘要"), variant.digest, limits.digest_chars),
        (_("正文"), variant.text, limits.text_chars),
    ):
        if most is not None and len(text) > most:
            yield _("%%(account)s的%(label)s有%(have)d字，平台最多%(most)d字；请删减。") % {
                "label": label,
                "have": len(text),
                "most": most,
            }
    if limits.images is not None and len(variant.pictures) > limits.images:
        yield _("%%(account)s的配图超过%(most)d张；请删减。") % {"most": limits.images}
    if limits.cover_required and variant.cover_id is None:
        yield _("%(account)s须有封面图片；请选择。")
    if limits.title_chars is not None and not variant.title.strip():
        yield _("%(account)s须有标题；请填写。")
