"""What a person does with the package of a push, in order."""

from typing import Any

from django.utils.translation import gettext as _

from guanwei.accounts.models import Account
from guanwei.delivery.queries.carried import head


def push_checklist(message: dict[str, Any], account: Account) -> list[str]:
    """One step an article: the folders carry the numbers of the order that was signed."""
    articles = message["articles"]
    return [
        _("登录账号“%(account)s”，核对没有登错账号。") % {"account": account},
        _("新建一次群发，共%(count)d篇；次序照文件夹编号，不增不减，不调换。") % {"count": len(articles)},
        *(_step(number, article) for number, article in enumerate(articles, 1)),
        _("预览整组图文，与签发的次序和内容逐篇核对；文件摘要见 sha256.txt。"),
        _("在签发的日期当天群发。发出后逐篇打开，复制各篇地址，按次序填回本系统。"),
    ]


def _step(number: int, article: dict[str, Any]) -> str:
    doing = [_("粘贴标题和摘要"), _("用浏览器打开 article.html，全选复制，粘贴到正文")]
    if article["pictures"]:
        doing.append(_("按编号上传 images 里的 %(count)s 张图片") % {"count": len(article["pictures"])})
    if article["cover"]:
        doing.append(_("上传封面 %(name)s") % {"name": article["cover"]["name"]})
    if article["source_url"]:
        doing.append(_("把“原文链接”设为 source-url.txt 里的地址"))
    return _("%(head)s（文件夹 %(number)d）《%(title)s》：%(doing)s。") % {
        "head": head(number),
        "number": number,
        "title": article["title"],
        "doing": _("；").join(doing),
    }
