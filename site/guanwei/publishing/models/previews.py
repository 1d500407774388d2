"""How a manuscript is looked at before it is out: one mode a platform. The templates are the console's."""

from django.utils.translation import gettext_lazy as _

PREVIEWS = [("weibo", _("微博")), ("wechat", _("微信公众号"))]
PREVIEW_TEMPLATES = {
    "weibo": "console/previews/weibo.html",
    "wechat": "console/previews/wechat.html",
}
