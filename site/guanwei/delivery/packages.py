"""The copy-ready package of a delivery that a person publishes by hand: equal content, equal bytes."""

import hashlib
import io
import re
import zipfile
from dataclasses import dataclass
from html import escape, unescape
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from guanwei.accounts.models import Account, Platform
from guanwei.api import Refusal
from guanwei.delivery.messages import message_of
from guanwei.delivery.models import Delivery
from guanwei.delivery.queries.channels import channel_named
from guanwei.delivery.rendering.markup import paragraph
from guanwei.delivery.verification import refusals_to_send
from guanwei.publishing.models.files import Picture

# As old as the format allows: a package says nothing of when it was made.
MOMENT = (1980, 1, 1, 0, 0, 0)
_IMAGE = re.compile(r'<img src="([^"]*)" alt="([^"]*)" style="[^"]*">')
_DOCUMENT = (
    '<!doctype html>\n<html lang="zh-CN">\n<meta charset="utf-8">\n<title>{title}</title>\n'
    "<body>{body}</body>\n</html>\n"
)


class NotPermittedError(Exception):
    """The content may not leave (law L1). ``refusals`` say why, for the person who asked."""

    def __init__(self, refusals: list[Refusal]) -> None:
        super().__init__("; ".join(map(str, refusals)))
        self.refusals = refusals


@dataclass(frozen=True, slots=True)
class PackagePage:
    """What the screen beside the package shows. ``html`` is safe to show; ``text`` is plain.

    ``pictures`` and ``cover`` are entries of the payload: number, picture (row id), sha256, name, caption.
    """

    title: str
    digest: str
    html: str
    text: str
    source_url: str
    pictures: tuple[dict[str, Any], ...]
    cover: dict[str, Any] | None
    checklist: tuple[str, ...]
    address_hint: str


def package_page(delivery: Delivery) -> PackagePage:
    """The package's content for a screen. Raises NotPermittedError."""
    message = _permitted(delivery)
    channel = channel_named(delivery.channel)
    return PackagePage(
        title=message["title"],
        digest=message["digest"],
        html=with_placeholders(message.get("html", "")),
        text=message.get("text", ""),
        source_url=message["source_url"],
        pictures=tuple(message["pictures"]),
        cover=message["cover"],
        checklist=tuple(checklist(message, delivery.account)),
        address_hint=channel.address_hint if channel else "",
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
        files = {"checklist.txt": steps, "title.txt": message["title"], "digest.txt": message["digest"]}
        if "html" in message:
            body = with_placeholders(message["html"])
            files["article.html"] = _DOCUMENT.format(title=escape(message["title"]), body=body)
        else:
            files["text.txt"] = message["text"]
    if message["source_url"]:
        files["source-url.txt"] = message["source_url"]
    return {name: text.encode() for name, text in files.items() if text}


def with_placeholders(html: str) -> str:
    """Each picture as a line that says which file belongs there: pasted pictures don't reach the platform."""
    return _IMAGE.sub(lambda found: paragraph(_placeholder(unescape(found[1])), "note"), html)


def _placeholder(name: str) -> str:
    return _("【此处插入图片 %(name)s】") % {"name": name}


def checklist(message: dict[str, Any], account: Account) -> list[str]:
    """What to do, in order. The account by its public name: nobody can log in to a key."""
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
    entries = [*message["pictures"], *([message["cover"]] if message["cover"] else [])]
    rows = Picture.objects.in_bulk([entry["picture"] for entry in entries])
    return {entry["name"]: _bytes(rows.get(entry["picture"]), entry) for entry in entries}


def _bytes(picture: Picture | None, entry: dict[str, Any]) -> bytes:
    try:
        if picture is None:
            raise FileNotFoundError
        with picture.file.storage.open(picture.file.name) as file:
            content: bytes = file.read()
    except OSError:
        raise NotPermittedError(
            [Refusal(_("图片 %(name)s 的文件找不到；请系统管理员恢复文件。") % entry)]
        ) from None
    if hashlib.sha256(content).hexdigest() != entry["sha256"]:
        raise NotPermittedError(
            [Refusal(_("图片 %(name)s 的文件与签发时不同；请系统管理员恢复原文件。") % entry)]
        )
    return content


def _zipped(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        for name, content in sorted(files.items()):
            entry = zipfile.ZipInfo(name, MOMENT)
            # Said outright: the default differs between systems.
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            archive.writestr(entry, content)
    return made.getvalue()
