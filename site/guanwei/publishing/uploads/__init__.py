"""Files from outside: what they are by their content, not by their name. What isn't what it says is refused."""

from guanwei.publishing.uploads.inspecting import UploadRefused, inspected_attachment, inspected_picture

__all__ = ["UploadRefused", "inspected_attachment", "inspected_picture"]
