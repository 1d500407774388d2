"""Forms of pictures and attachments. A file's bytes never change; its words not once it is evidence."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from guanwei.publishing.queries.files import is_fixed
from guanwei.publishing.uploads import UploadRefused, inspected_attachment, inspected_picture

# What the public sees of a file, and what people signed with the page.
SHOWN = frozenset(
    {"title", "description", "focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height"}
)


class FixedFile:
    """For both kinds: refuses another file, and other words where a permit or a submission names this one."""

    instance: Any
    changed_data: list[str]
    fields: dict[str, Any]
    inspect: Callable[[Any], Any]

    def clean(self) -> Any:
        cleaned = super().clean()  # type: ignore[misc]
        if not self.instance.pk:
            self._look_into(cleaned)
            return cleaned
        if "file" in self.changed_data:
            # The refused upload must not stay on the form: its save would store it.
            said = _("已有文件不能替换：别处可能正在使用，审核过的也不能变。请把新文件另外上传，再改选新的。")
            self._refuse("file", said)
        changed = SHOWN & set(self.changed_data)
        if changed and is_fixed(self.instance):
            said = _("这份文件已用于送审或获准的稿件，标题、说明和焦点不能再改。请另外上传一份再改。")
            self._refuse(sorted(changed)[-1], said)
        return cleaned

    def _look_into(self, cleaned: Any) -> None:
        """The file by its content, cleaned where that is its kind's way. It may be missing: that is said elsewhere."""
        if cleaned.get("file"):
            try:
                cleaned["file"] = self.inspect(cleaned["file"])
            except UploadRefused as refused:
                self._refuse("file", "".join(each.sentence for each in refused.refusals))

    def _refuse(self, field: str, sentence: str) -> None:
        self.add_error(field if field in self.fields else None, ValidationError(sentence))  # type: ignore[attr-defined]


class PictureForm(FixedFile, BaseImageForm):
    """A picture."""

    inspect = staticmethod(inspected_picture)


class AttachmentForm(FixedFile, BaseDocumentForm):
    """An attachment."""

    inspect = staticmethod(inspected_attachment)
