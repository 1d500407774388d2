"""Public addresses that people bring back from a platform: their form, and one spelling for each.

A copied address carries where it was copied from (``from=``, ``scene=``); kept as it comes, one
article could be recorded twice.
"""

import re
from urllib.parse import SplitResult, parse_qs, urlsplit

from django.utils.translation import gettext as _

from guanwei.api import Channel, Refusal

LONGEST = 500
_PRINTABLE = re.compile(r"[\x21-\x7e]+")
# A link of the editor's preview dies within hours.
_PREVIEW = frozenset({"tempkey", "preview", "scene_preview"})
_WECHAT_KEYS = ("__biz", "mid", "idx", "sn")
_WEIBO_HOSTS = {"weibo.com": "weibo.com", "www.weibo.com": "weibo.com", "m.weibo.cn": "m.weibo.cn"}


def spelled(address: object, channel: Channel) -> tuple[str, list[Refusal]]:
    """The one spelling of ``address``, or a sentence. Never raises, whatever is typed."""
    text = address.strip() if isinstance(address, str) else ""
    parts = _split(text)
    if parts is None:
        return "", [_not_an_address(channel)]
    if parts.hostname == "mp.weixin.qq.com":
        if _PREVIEW & set(parse_qs(parts.query, max_num_fields=40)):
            return "", [
                Refusal(_("这是预览链接，几小时后会失效；请在公众号后台正式发表后，复制文章的永久链接。"))
            ]
        text = _wechat(parts)
    elif parts.hostname in _WEIBO_HOSTS:
        text = f"https://{_WEIBO_HOSTS[parts.hostname]}{parts.path.rstrip('/')}"
    if not channel.address_pattern or not re.fullmatch(channel.address_pattern, text):
        return "", [_not_an_address(channel)]
    return text, []


def _split(text: str) -> SplitResult | None:
    """The parts of an https address on its usual port, without a user; None for anything else."""
    if not text or len(text) > LONGEST or not _PRINTABLE.fullmatch(text):
        return None
    try:
        parts = urlsplit(text)
        usual = parts.port in (None, 443)
        # Only to learn whether it can be read: parse_qs refuses floods of fields.
        parse_qs(parts.query, max_num_fields=40)
    except ValueError:
        return None
    if parts.scheme != "https" or not parts.hostname or not usual or parts.username or parts.password:
        return None
    return parts


def _wechat(parts: SplitResult) -> str:
    """Short form ``/s/<id>``, or the four keys in one order."""
    base = "https://mp.weixin.qq.com" + parts.path.rstrip("/")
    found = parse_qs(parts.query)
    if parts.path.rstrip("/") != "/s":
        return base
    pairs = [f"{key}={found[key][0]}" for key in _WECHAT_KEYS if key in found]
    return f"{base}?{'&'.join(pairs)}"


def _not_an_address(channel: Channel) -> Refusal:
    hint = channel.address_hint or _("https://…")
    return Refusal(
        _("这不是%(channel)s已发布内容的地址；请打开已发布的内容，复制形如 %(hint)s 的地址后重填。")
        % {"channel": channel.label, "hint": hint}
    )
