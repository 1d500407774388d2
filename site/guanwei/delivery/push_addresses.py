"""The addresses of a push's articles, brought back in its order."""

from django.utils.translation import gettext as _

from guanwei.api import Channel, Refusal
from guanwei.delivery.addresses import spelled
from guanwei.delivery.models import Delivery
from guanwei.publishing.models import ReleasePart


def spelled_each(given: object, row: Delivery, channel: Channel) -> tuple[list[str], list[Refusal]]:
    """One spelling for each, or sentences that say which one is wrong. Never raises, whatever is typed."""
    articles = row.payload["articles"]
    typed = list(given) if isinstance(given, list | tuple) else []
    if len(typed) != len(articles):
        said = _("这次推送有%(want)d篇，请按次序填回%(want)d个地址；现在是%(have)d个。")
        return [], [Refusal(said % {"want": len(articles), "have": len(typed)})]
    found: list[str] = []
    refusals: list[Refusal] = []
    for number, (text, article) in enumerate(zip(typed, articles, strict=True), 1):
        address, wrong = spelled(text, channel)
        said = _("第%(number)d篇《%(title)s》：%(why)s")
        words = {"number": number, "title": article["title"]}
        refusals += [
            Refusal(said % {**words, "why": each.sentence}) for each in wrong or _used(address, found)
        ]
        found.append(address)
    return ([], refusals) if refusals else (found, [])


def _used(address: str, before: list[str]) -> list[Refusal]:
    if address in before:
        return [Refusal(_("这个地址已经填给前面的一篇；请核对后填写本篇的地址。"))]
    if ReleasePart.objects.filter(address=address).exists():
        return [Refusal(_("这个地址已经记在别的稿件名下；请核对后填写本篇的地址。"))]
    return []
