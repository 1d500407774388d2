"""A push (推送): articles of several suppliers ordered into one WeChat send, the first as 头条, the rest as 次条.

The way of a push:

1. *Compose.* Somebody who writes for the unit that manages the account picks WeChat variants whose own
   submissions are signed, puts them in order and names the day. Each item pins the permit that it rests on
   and the digest of its variant; nothing of an article is written anew.
2. *Submit and sign.* A push is a governed object like a post: its account, day and items are its facts, the
   ordered list is its one variant, with a digest of its own. Submitting takes a *place* for each item: an
   item stands in one push at a time, and from then on its own sending waits (``PartState.IN_PUSH``).
3. *Release.* Whoever the route names releases it, once every item's own release is decided. It takes a
   *slot* of the account's day; the slots run out as the channel's limits say.
4. *Deliver.* One delivery carries the whole list in order. Each item gets its address from it.
5. *Void.* An item whose permit is revoked or superseded before the send voids the whole push, with a
   sentence that names it; what waited for the push is put before the people who release.
"""

from typing import Any

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import DraftStateMixin, Orderable, RevisionMixin

from guanwei.organisations.models import Unit

FAMILY = "push"


class Push(DraftStateMixin, RevisionMixin, ClusterableModel):
    """One send to the followers of one account on one day."""

    title = models.CharField(_("题目"), max_length=255)
    account = models.ForeignKey(
        "accounts.Account", on_delete=models.PROTECT, related_name="+", verbose_name=_("账号")
    )
    day = models.DateField(_("推送日期"))
    live = models.BooleanField(verbose_name=_("已发布"), default=False, editable=False)

    class Meta:
        verbose_name = _("推送")
        verbose_name_plural = _("推送")

    def __str__(self) -> str:
        return self.title

    @property
    def key(self) -> str:
        """What plans and deliveries name the ordered list by: account and number, like any variant."""
        return f"{self.account_id}:1"

    @property
    def supplier(self) -> Unit:
        """The articles have suppliers of their own; the order is the managing unit's work."""
        return self.account.unit

    @property
    def manager(self) -> Unit:
        return self.account.unit

    @property
    def supplier_id(self) -> int:
        return int(self.account.unit_id)

    @property
    def manager_id(self) -> int:
        return int(self.account.unit_id)

    def in_order(self) -> list["PushItem"]:
        """头条 first. Equal numbers, which no screen makes, fall back on the items' names."""
        return sorted(self.items.all(), key=lambda each: (each.sort_order or 0, each.name))


class PushItem(Orderable):
    """One article: a WeChat variant of an article or post, as its permit names it.

    Named by ``family``, ``object_id`` and ``number`` (the account is the push's), never by a variant's row.
    ``permit`` is the permit's key and ``whole`` its digest: a variant may take its text from the page, and
    the page is part of the whole. ``title`` is copied so that the record can be read by itself.
    """

    push = ParentalKey(Push, on_delete=models.CASCADE, related_name="items")
    family = models.CharField(max_length=20)
    object_id = models.BigIntegerField()
    number = models.PositiveSmallIntegerField(_("序号"), default=1, validators=[MinValueValidator(1)])
    permit = models.BigIntegerField(_("许可"))
    whole = models.CharField(_("整体摘要"), max_length=64)
    digest = models.CharField(_("所签摘要"), max_length=64)
    title = models.CharField(_("标题"), max_length=255)

    class Meta(Orderable.Meta):
        verbose_name = _("推送条目")
        verbose_name_plural = _("推送条目")

    def __str__(self) -> str:
        return self.title

    @property
    def name(self) -> str:
        """``page:12:1``."""
        return f"{self.family}:{self.object_id}:{self.number}"

    def content(self) -> dict[str, Any]:
        """What is signed of the item: everything but row and position."""
        return {
            "family": self.family,
            "object": self.object_id,
            "number": self.number,
            "permit": self.permit,
            "whole": self.whole,
            "digest": self.digest,
            "title": self.title,
        }
