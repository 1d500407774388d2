"""Whether the files of a manuscript still are what was signed: their bytes, not what their rows say of them."""

from typing import Any

from django.utils.translation import gettext as _

from guanwei.api import Refusal


def alterations(obj: Any) -> list[Refusal]:
    """A sentence for every file whose bytes aren't the signed ones, with the place where it lies."""
    from guanwei.publishing.queries.files import altered_files

    said = _(
        "“%(title)s”在存储中的内容（%(file)s）与签发的不一致或读不出来，已停住；"
        "请系统管理员从备份恢复这份文件，或由编辑换一份重新送审。"
    )
    return [Refusal(said % {"title": each.title, "file": each.file.name}) for each in altered_files(obj)]
