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

from guanwei.audit.records import RecordedModel
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


class PlaceState(models.TextChoices):
    """What became of an item's place."""

    STANDING = "standing", _("等待推送")
    SENT = "sent", _("随推送发出")
    LEFT = "left", _("已移出推送")


class PushPlace(RecordedModel):
    """An item's place in a push that was submitted. While it stands, the item isn't sent alone."""

    push = models.ForeignKey(Push, on_delete=models.PROTECT, related_name="places", verbose_name=_("推送"))
    submission = models.ForeignKey(
        "approvals.Submission", on_delete=models.PROTECT, related_name="+", verbose_name=_("送审")
    )
    account = models.ForeignKey(
        "accounts.Account", on_delete=models.PROTECT, related_name="+", verbose_name=_("账号")
    )
    day = models.DateField(_("推送日期"))
    family = models.CharField(max_length=20)
    object_id = models.BigIntegerField()
    variant = models.CharField(_("渠道稿"), max_length=40)
    permit = models.ForeignKey(
        "approvals.Permit", on_delete=models.PROTECT, related_name="+", verbose_name=_("许可")
    )
    title = models.CharField(_("标题"), max_length=255)
    taken_at = models.DateTimeField(_("编入时间"))
    state = models.CharField(
        _("状态"), max_length=20, choices=PlaceState.choices, default=PlaceState.STANDING
    )
    closed_at = models.DateTimeField(_("结束时间"), null=True, blank=True)
    reason = models.CharField(_("原因"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("推送位置")
        verbose_name_plural = _("推送位置")
        indexes = [
            models.Index(fields=["family", "object_id"], name="place_of"),
            models.Index(fields=["account", "day"], name="place_day", condition=models.Q(state="standing")),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["family", "object_id", "variant"],
                condition=models.Q(state="standing"),
                name="one_standing_place_a_variant",
            )
        ]

    def __str__(self) -> str:
        return f"{self.push} {self.title}"


class PushSlot(RecordedModel):
    """A released push takes one of the day's and one of the month's pushes of its account.

    The numbers run from 1; the constraints make the limit hold between two releases at once. A slot is
    freed when the push surely didn't go out.
    """

    release = models.OneToOneField(
        "publishing.Release", on_delete=models.PROTECT, related_name="push_slot", verbose_name=_("发布")
    )
    account = models.ForeignKey(
        "accounts.Account", on_delete=models.PROTECT, related_name="+", verbose_name=_("账号")
    )
    day = models.DateField(_("推送日期"))
    month = models.CharField(_("月份"), max_length=7)
    of_day = models.PositiveSmallIntegerField(_("当日第几次"))
    of_month = models.PositiveSmallIntegerField(_("当月第几次"))
    freed_at = models.DateTimeField(_("让出时间"), null=True, blank=True)

    class Meta:
        verbose_name = _("推送次数")
        verbose_name_plural = _("推送次数")
        constraints = [
            models.UniqueConstraint(
                fields=["account", "day", "of_day"],
                condition=models.Q(freed_at__isnull=True),
                name="one_push_a_slot_of_the_day",
            ),
            models.UniqueConstraint(
                fields=["account", "month", "of_month"],
                condition=models.Q(freed_at__isnull=True),
                name="one_push_a_slot_of_the_month",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.account} {self.day} {self.of_day}"
