"""No file gets into the tables uninspected, whoever writes: forms, API, import, a program of our own."""

from typing import Any

from django.db.models.signals import pre_save
from wagtail.users.models import UserProfile

from guanwei.publishing.models import Attachment, Picture
from guanwei.publishing.uploads.inspecting import InspectedFile, inspected_attachment, inspected_picture


def connect() -> None:
    """Called once, when the room is ready."""
    pre_save.connect(guard_picture, sender=Picture, dispatch_uid="uploads.picture")
    pre_save.connect(guard_attachment, sender=Attachment, dispatch_uid="uploads.attachment")
    pre_save.connect(guard_avatar, sender=UserProfile, dispatch_uid="uploads.avatar")


def guard_picture(sender: Any, instance: Picture, raw: bool = False, **_kwargs: Any) -> None:
    """Raises UploadRefused."""
    if _is_new(instance, instance.file):
        inspected_picture(instance.file)


def guard_attachment(sender: Any, instance: Attachment, raw: bool = False, **_kwargs: Any) -> None:
    """Raises UploadRefused."""
    if _is_new(instance, instance.file):
        inspected_attachment(instance.file)


def guard_avatar(sender: Any, instance: Any, raw: bool = False, **_kwargs: Any) -> None:
    """A person's own picture is stored cleaned; its place on the phone's map is nobody's business."""
    if bool(instance.avatar) and not instance.avatar._committed:
        cleaned = inspected_picture(instance.avatar)
        instance.avatar.save(cleaned.name, cleaned, save=False)


def _is_new(instance: Any, field: Any) -> bool:
    """A new row's file is looked into although it lies in the storage already: it may have been put there before."""
    if not field or (field._committed and not instance._state.adding):
        return False
    return not isinstance(getattr(field, "_file", None), InspectedFile)
