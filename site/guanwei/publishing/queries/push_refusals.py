"""What stands against a push, in sentences that name the item."""

from collections import Counter
from collections.abc import Iterator

from django.utils.translation import gettext as _

from guanwei.accounts.models import Platform
from guanwei.accounts.queries import channel_of
from guanwei.api import Limits, Refusal
from guanwei.audit import clock
from guanwei.publishing.models import Push, PushPlace
from guanwei.publishing.models.push_places import PlaceState
from guanwei.publishing.models.pushes import FAMILY
from guanwei.publishing.queries.gone import gone
from guanwei.publishing.queries.push_slots import rival_refusals, slot_refusals
from guanwei.publishing.queries.pushed import PushedArticle, articles_of
from guanwei.publishing.queries.sent import closed_variants


def push_refusals(push: Push) -> list[Refusal]:
    """Everything against the content, asked at submission and at each signature."""
    sentences = [*_about_account(push), *_about_list(push)]
    found = [Refusal(sentence) for sentence in sentences]
    articles = articles_of(push)
    for article in articles:
        found += article_refusals(article)
    found += _elsewhere(push, articles)
    if push.day >= clock.today():
        found += slot_refusals(push.account, push.day, push.pk) or rival_refusals(
            push.account, push.day, push.pk
        )
    return found


def _about_account(push: Push) -> Iterator[str]:
    account = push.account
    if account.platform != Platform.WECHAT:
        yield _("%(account)s不是微信公众号，不能推送；请改选公众号。") % {"account": account}
    if account.closed_on is not None:
        yield _("%(account)s已注销，不能推送；请改选账号。") % {"account": account}
    if channel_of(account) is None:
        yield _("%(account)s的渠道没有装载，暂不能送审；请联系管理员。") % {"account": account}
    if push.pk and closed_variants(FAMILY, push.pk):
        yield _("“%(title)s”已经发出或正在发出，不能再改；请另编一次推送。") % {"title": push.title}
    if push.day < clock.today():
        yield _("推送日期%(day)s已经过去；请改为今天或以后。") % {"day": push.day.isoformat()}


def _about_list(push: Push) -> Iterator[str]:
    channel, items = channel_of(push.account), push.in_order()
    limits = channel.limits if channel else Limits()
    if not items:
        yield _("推送里还没有文章；请从可选的渠道稿中选入。")
    most = limits.articles_a_push
    if most is not None and len(items) > most:
        yield _("一次推送最多%(most)d篇，现有%(have)d篇；请移出%(over)d篇，留待下次。") % {
            "most": most,
            "have": len(items),
            "over": len(items) - most,
        }
    for name, count in Counter((each.family, each.object_id) for each in items).items():
        if count > 1:
            title = next(each.title for each in items if (each.family, each.object_id) == name)
            yield _("“%(title)s”选了不止一次；请只留一篇。") % {"title": title}
    if items and limits.cover_required and not _has_cover(push):
        yield _("头条“%(title)s”没有封面图片；请换一篇作头条，或由供稿单位补上封面后重新送审。") % {
            "title": items[0].title
        }


def _has_cover(push: Push) -> bool:
    return bool(articles_of(push)[0].said.get("cover"))


def article_refusals(article: PushedArticle) -> list[Refusal]:
    """Why this article can't be in any push as it stands: its permit, its words, its title."""
    title = {"title": article.item.title or _("第%(place)d篇") % {"place": article.place}}
    if article.permit is None or not article.agrees:
        return [
            Refusal(_("推送中的“%(title)s”与签发的内容不一致；请移出后从可选的渠道稿中重新选入。") % title)
        ]
    if article.permit.revoked_at is not None:
        return [
            Refusal(
                _(
                    "推送中的“%(title)s”的许可已撤销或被新的许可取代；请移出，待它重新签发后再选入，"
                    "然后重新提交推送。"
                )
                % title
            )
        ]
    if not article.item.title.strip():
        return [Refusal(_("推送中的第%(place)d篇没有标题；请由供稿单位补上。") % {"place": article.place})]
    return []


def _elsewhere(push: Push, articles: list[PushedArticle]) -> list[Refusal]:
    """Items that stand in another push, or are out already. Two queries."""
    permits = {each.item.permit for each in articles}
    places = PushPlace.objects.filter(permit__in=permits, state=PlaceState.STANDING).exclude(push=push.pk)
    others = {(each.permit_id, each.variant): each.push.title for each in places.select_related("push")}
    out = gone((each.item.family, each.item.object_id, each.variant) for each in articles)
    found = []
    for each in articles:
        key = (each.item.permit, each.variant)
        if key in others:
            said = _(
                "“%(title)s”已编入“%(other)s”，一篇只能在一次推送里；请移出，或先请那次推送的提交人撤回。"
            )
            found.append(Refusal(said % {"title": each.item.title, "other": others[key]}))
        elif (each.item.family, each.item.object_id, each.variant) in out:
            said = _("“%(title)s”已经单独发出，不能再随推送发一次；请移出。")
            found.append(Refusal(said % {"title": each.item.title}))
    return found
