"""The zip of an office file. Nothing is unpacked before its sizes are known, and no part but by name."""

import io
import zipfile
import zlib
from collections.abc import Collection, Mapping
from posixpath import basename, dirname, join, normpath

from guanwei.screening.attachments.limits import MEGABYTE, Limits
from guanwei.screening.attachments.markup import Element, local, parsed
from guanwei.screening.attachments.problems import ProblemCode, Stopped

TYPES = "[Content_Types].xml"
ENCRYPTED = 0x1
# The last two: packed in a way, or with a password, that nobody foresaw.
UNREADABLE = (zipfile.BadZipFile, zlib.error, KeyError, EOFError, OSError, NotImplementedError, RuntimeError)


class Archive:
    """Raises Stopped for a bomb, a locked or broken zip, and two parts of one name."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        try:
            self.zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError) as error:
            raise Stopped(ProblemCode.BROKEN) from error
        self._check(limits)
        self.names = self.zip.namelist()
        self._real = {each.lower(): each for each in self.names}
        self._types: dict[str, str] | None = None

    def _check(self, limits: Limits) -> None:
        parts = self.zip.infolist()
        if len(parts) > limits.parts or sum(each.file_size for each in parts) > limits.unpacked:
            raise Stopped(ProblemCode.TOO_LARGE)
        if any(_is_bomb(each, limits) for each in parts):
            raise Stopped(ProblemCode.TOO_LARGE)
        if any(each.flag_bits & ENCRYPTED for each in parts):
            raise Stopped(ProblemCode.ENCRYPTED)
        # Two readers of such a file see two different files.
        if len({each.filename for each in parts}) != len(parts):
            raise Stopped(ProblemCode.BROKEN)

    def read(self, name: str) -> bytes:
        """A part, whole. Raises Stopped where it isn't what the zip says."""
        try:
            return self.zip.read(name)
        except UNREADABLE as error:
            raise Stopped(ProblemCode.BROKEN) from error

    def types(self) -> Mapping[str, str]:
        """The sort of each part that the file names one for, by its path or ``*.ending``; all in lower case."""
        if self._types is None:
            root = parsed(self.read(TYPES)) if TYPES in self.names else ()
            self._types = {_typed(each): each.get("ContentType", "").lower() for each in root}
        return self._types

    def type_of(self, name: str) -> str:
        """The sort of one part, or ""."""
        known, lower = self.types(), name.lower()
        return known.get(lower) or known.get(f"*.{lower.rpartition('.')[2]}", "")

    def relations(self, name: str) -> dict[str, tuple[str, str]]:
        """Of a part: id, sort (the last word of its address) and the target's path. Outside ones are left out."""
        path = relations_of(name)
        if path not in self.names:
            return {}
        inside = [each for each in parsed(self.read(path)) if each.get("TargetMode") != "External"]
        return {
            each.get("Id", ""): (basename(each.get("Type", "")), self._target(name, each.get("Target", "")))
            for each in inside
        }

    def _target(self, name: str, said: str) -> str:
        """Programs find a part whose name is written in other cases."""
        path = target(name, said)
        return self._real.get(path.lower(), path)


def _typed(said: Element) -> str:
    if local(said) == "Override":
        path: str = said.get("PartName", "")
        return path.removeprefix("/").lower()
    return f"*.{said.get('Extension', '').lower()}"


def relations_of(name: str) -> str:
    """Where a part's relations stand."""
    return join(dirname(name), "_rels", f"{basename(name)}.rels")


def target(name: str, said: str) -> str:
    """The path that a relation of the part ``name`` leads to."""
    return said.removeprefix("/") if said.startswith("/") else normpath(join(dirname(name), said))


def rewritten(packed: Archive, changed: Mapping[str, bytes], dropped: Collection[str]) -> bytes:
    """The zip with some parts changed and some left out; the others, their order and their dates stay."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as copy:
        for entry in packed.zip.infolist():
            if entry.filename in dropped or entry.is_dir():
                continue
            info = zipfile.ZipInfo(entry.filename, entry.date_time)
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, entry.external_attr
            copy.writestr(info, changed.get(entry.filename) or packed.read(entry.filename))
    return out.getvalue()


def _is_bomb(entry: zipfile.ZipInfo, limits: Limits) -> bool:
    """Text of an office shrinks to a tenth, hardly ever to a hundredth."""
    shrunk = entry.file_size > limits.ratio * max(1, entry.compress_size)
    return entry.file_size > limits.part or (entry.file_size > MEGABYTE and shrunk)
