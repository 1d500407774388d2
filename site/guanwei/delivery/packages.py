"""The copy-ready package of a delivery that a person publishes by hand: equal content, equal bytes."""

import hashlib
import io
import re
import zipfile
from dataclasses import dataclass, replace
from html import escape, unescape
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from guanwei.accounts.models import Account, Platform
from guanwei.delivery.messages import message_of
from guanwei.delivery.models import Delivery
from guanwei.delivery.pictures import NotPermittedError, entries_of, read
from guanwei.delivery.push_checklist import push_checklist
from guanwei.delivery.queries.channels import channel_named
from guanwei.delivery.rendering.markup import paragraph
from guanwei.delivery.verification import refusals_to_send

# As old as the format allows: a package says nothing of when it was made.
MOMENT = (1980, 1, 1, 0, 0, 0)
_IMAGE = re.compile(r'<img src="([^"]*)" alt="([^"]*)" style="[^"]*">')
_DOCUMENT = (
    '<!doctype html>\n<html lang="zh-CN">\n<meta charset="utf-8">\n<title>{title}</title>\n'
    "<body>{body}</body>\n</html>\n"
)


@dataclass(frozen=True, slots=True)
class PackagePage:
    """What the screen beside the package shows. ``html`` is safe to show; ``text`` is plain.

    ``pictures`` and ``cover`` are entries of the payload: number, picture (row id), sha256, name, caption.
    Of a push, ``articles`` holds each in its order, and the page itself has no text.
    """

    title: str
    digest: str
    html: str
    text: str
    source_url: str
    pictures: tuple[dict[str, Any], ...]
    cover: dict[str, Any] | None
    checklist: tuple[str, ...] = ()
    address_hint: str = ""
    articles: tuple["PackagePage", ...] = ()


def package_page(delivery: Delivery) -> PackagePage:
    """The package's content for a screen. Raises NotPermittedError."""
    message = _permitted(delivery)
    channel = channel_named(delivery.channel)
    return replace(
        _shown(message),
        checklist=tuple(checklist(message, delivery.account)),
        address_hint=channel.address_hint if channel else "",
        articles=tuple(_shown(each) for each in message.get("articles", ())),
    )


def _shown(message: dict[str, Any]) -> PackagePage:
    return PackagePage(
        title=message["title"],
        digest=message["digest"],
        html=with_placeholders(message.get("html", "")),
        text=message.get("text", ""),
        source_url=message["source_url"],
        pictures=tuple(message["pictures"]),
        cover=message["cover"],
    )


def package(delivery: Delivery) -> bytes:
    """The package as a zip file. Raises NotPermittedError."""
    message = _permitted(delivery)
    files = {**_texts(message, delivery.account), **_pictures(message)}
    lines = (f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in sorted(files.items()))
    files["sha256.txt"] = "".join(lines).encode()
    return _zipped(files)


def _permitted(delivery: Delivery) -> dict[str, Any]:
    refusals = refusals_to_send(delivery)
    if refusals:
        raise NotPermittedError(refusals)
    return message_of(delivery)


def _texts(message: dict[str, Any], account: Account) -> dict[str, bytes]:
    """Text files by name. In the office's language, whoever downloads."""
    with translation.override(settings.LANGUAGE_CODE):
        steps = "".join(f"{number}. {step}\n" for number, step in enumerate(checklist(message, account), 1))
        files = {"checklist.txt": steps}
        for folder, each in _folders(message):
            files |= {f"{folder}{name}": text for name, text in _texts_of_one(each).items()}
    return {name: text.encode() for name, text in files.items() if text}


def _folders(message: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """The article with its folder; of a push each with its number."""
    if "articles" not in message:
        return [("", message)]
    return [(f"{number}/", each) for number, each in enumerate(message["articles"], 1)]


def _texts_of_one(message: dict[str, Any]) -> dict[str, str]:
    files = {"title.txt": message["title"], "digest.txt": message["digest"]}
    if "html" in message:
        body = with_placeholders(message["html"])
        files["article.html"] = _DOCUMENT.format(title=escape(message["title"]), body=body)
    else:
        files["text.txt"] = message["text"]
    return {**files, "source-url.txt": message["source_url"]}


def with_placeholders(html: str) -> str:
    """Each picture as a line that says which file belongs there: pasted pictures don't reach the platform."""
    return _IMAGE.sub(lambda found: paragraph(_placeholder(unescape(found[1])), "note"), html)


def _placeholder(name: str) -> str:
    return _("【此处插入图片 %(name)s】") % {"name": name}


def checklist(message: dict[str, Any], account: Account) -> list[str]:
    """What to do, in order. The account by its public name: nobody can log in to a key."""
    if "articles" in message:
        return push_checklist(message, account)
    steps = [_("登录账号“%(account)s”，核对没有登错账号。") % {"account": account}]
    if message["platform"] == Platform.WECHAT:
        steps += [
            _("新建图文，粘贴标题（title.txt）和摘要（digest.txt）。"),
            _("用浏览器打开 article.html，全选复制，粘贴到正文。"),
        ]
        if message["pictures"]:
            steps.append(
                _("按编号上传 images 里的 %(count)s 张图片，放到【此处插入图片】处，并删去该行。")
                % {"count": len(message["pictures"])}
            )
        if message["cover"]:
            steps.append(_("上传封面（%(name)s）。") % {"name": message["cover"]["name"]})
        if message["source_url"]:
            steps.append(_("把“原文链接”设为 source-url.txt 里的地址。"))
    else:
        steps.append(_("粘贴正文（text.txt），不增不减。"))
        if message["pictures"]:
            steps.append(
                _("按编号顺序上传 images 里的 %(count)s 张图片。") % {"count": len(message["pictures"])}
            )
    return [
        *steps,
        _("预览，与签发的内容逐段核对；文件摘要见 sha256.txt。"),
        _("正式发布后打开已发布的内容，复制它的地址，填回本系统。"),
    ]


def _pictures(message: dict[str, Any]) -> dict[str, bytes]:
    """Picture files by name, checked against the bytes that were signed."""
    return {
        f"{folder}{entry['name']}": content
        for folder, each in _folders(message)
        for entry, content in read(list(entries_of(each)))
    }


def _zipped(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        for name, content in sorted(files.items()):
            entry = zipfile.ZipInfo(name, MOMENT)
            # Said outright: the default differs between systems.
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            archive.writestr(entry, content)
    return made.getvalue()
