"""Pictures of a payload: numbered in reading order, named by number, bound to their bytes."""

from typing import Any

from guanwei.delivery.rendering.words import one_line


class Pictures:
    """The pictures met so far. Each entry: number, picture (row id), sha256, name, caption."""

    def __init__(self) -> None:
        self.entries: list[dict[str, Any]] = []

    def add(self, picture: Any, caption: str = "") -> dict[str, Any]:
        """Number the next picture."""
        number = len(self.entries) + 1
        entry = {"number": number, **described(picture, f"images/{number:02d}"), "caption": one_line(caption)}
        self.entries.append(entry)
        return entry


def described(picture: Any, stem: str) -> dict[str, Any]:
    """A picture by row id, bytes and the name that it gets in a package."""
    suffix = picture.file.name.rsplit(".", 1)[-1].lower() if "." in picture.file.name else "bin"
    return {"picture": picture.pk, "sha256": picture.sha256, "name": f"{stem}.{suffix}"}
