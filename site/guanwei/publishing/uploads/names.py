"""Names of files as they come from other people's machines."""

import unicodedata
from pathlib import PurePosixPath

from django.utils.translation import gettext as _

from guanwei.publishing.uploads.finding import Unfit

LONGEST = 80
# Device names of Windows: such a file can't be saved there.
DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{kind}{number}" for kind in ("com", "lpt") for number in range(1, 10))}
)
BARRED = frozenset('<>:"/\\|?*')


def safe_name(name: str) -> str:
    """The last part of ``name``, without signs that hide, turn or end it; at most 80 characters.

    Raises Unfit where nothing readable is left, or a second ending hides what it is (``a.exe.pdf``).
    """
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rsplit("/", 1)[-1]
    kept = "".join(each for each in last if unicodedata.category(each)[0] != "C" and each not in BARRED)
    stem, suffix = (
        PurePosixPath(kept.strip(" .")).stem.strip(" ."),
        PurePosixPath(kept.strip(" .")).suffix.lower(),
    )
    if not stem or stem.lower() in DEVICES or not suffix:
        raise Unfit(_("文件名不完整。请改成“说明文字.扩展名”的样子再上传。"))
    if PurePosixPath(stem).suffix.lower() in HIDDEN:
        raise Unfit(_("文件名里有两个扩展名，容易骗人点开。请去掉中间的扩展名再上传。"))
    return stem[: LONGEST - len(suffix)] + suffix


HIDDEN = frozenset(
    {
        *(".exe", ".com", ".scr", ".bat", ".cmd", ".js", ".vbs", ".ps1", ".msi", ".jar", ".hta", ".lnk"),
        *(".html", ".htm", ".svg", ".xml", ".php", ".py", ".sh", ".docm", ".xlsm", ".zip", ".rar", ".7z"),
    }
)
