"""docx and xlsx: a zip of known parts, without programs, outside parts, or more than it says."""

import io
import zipfile
import zlib
from xml.etree.ElementTree import Element

from defusedxml import DefusedXmlException, ElementTree
from django.utils.translation import gettext as _

from guanwei.publishing.uploads.fields import calls_a_program
from guanwei.publishing.uploads.finding import Unfit

MOST_PARTS, MOST_BYTES, MOST_RATIO, LARGE = 3000, 200 * 1024 * 1024, 200, 1024 * 1024
MAIN = {
    ".docx": ("word/document.xml", "wordprocessingml.document.main+xml"),
    ".xlsx": ("xl/workbook.xml", "spreadsheetml.sheet.main+xml"),
}
BEGIN, END, END_LENGTH = b"PK\x03\x04", b"PK\x05\x06", 22
# Parts that carry a program, an outside control or a packed file.
ACTIVE = (
    "vbaproject",
    "vbadata",
    "activex",
    "oleobject",
    "/embeddings/",
    "macrosheets",
    "dialogsheets",
    "customui",
    ".exe",
    ".dll",
    ".bin",
)
# What spreadsheets keep of the printer that was last used.
HARMLESS = "printersettings"
BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    KeyError,
    OSError,
    EOFError,
    RuntimeError,
    ValueError,
)
LINKS = "/hyperlink"


def check_office(data: bytes, suffix: str) -> None:
    """Raises Unfit."""
    _whole(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            _check_sizes(packed)
            _check_names(packed)
            _check_main(packed, suffix)
            for each in packed.namelist():
                if each.lower().endswith(".rels"):
                    _check_relations(packed.read(each))
                elif each.lower().endswith(".xml"):
                    _check_text(packed.read(each))
    except BROKEN as error:
        raise Unfit(_broken()) from error


def _whole(data: bytes) -> None:
    """The zip begins and ends with the file: nothing stands before it or hangs after it."""
    ends = data.rfind(END)
    if not data.startswith(BEGIN) or ends < 0 or len(data) != ends + END_LENGTH:
        raise Unfit(_broken())


def _check_sizes(packed: zipfile.ZipFile) -> None:
    parts = packed.infolist()
    whole = sum(each.file_size for each in parts)
    bomb = any(
        each.file_size > LARGE and each.file_size > MOST_RATIO * max(1, each.compress_size) for each in parts
    )
    if len(parts) > MOST_PARTS or whole > MOST_BYTES or bomb:
        raise Unfit(_("文件解开后异常巨大，不能上传。请精简内容、另存后再试。"))


def _check_names(packed: zipfile.ZipFile) -> None:
    names = [each.filename for each in packed.infolist()]
    strange = any(
        name.startswith(("/", "\\")) or ".." in name.replace("\\", "/").split("/") for name in names
    )
    if strange or len(set(names)) != len(names) or any(each.flag_bits & 1 for each in packed.infolist()):
        raise Unfit(_("文件有密码保护或结构异常，不能上传。请去掉密码、另存后再试。"))
    for name in map(str.lower, names):
        if any(each in name for each in ACTIVE) and HARMLESS not in name:
            raise Unfit(_("文件里带有宏、控件或嵌入的其他文件，不能上传。请删去后另存再试。"))


def _check_main(packed: zipfile.ZipFile, suffix: str) -> None:
    part, kind = MAIN[suffix]
    types = _parsed(packed.read("[Content_Types].xml"))
    said = [each.get("ContentType", "") for each in types.iter()]
    if any("macroenabled" in each.lower() for each in said):
        raise Unfit(_("文件里带有宏，不能上传。请另存为不带宏的格式再试。"))
    if part not in packed.namelist() or not any(each.endswith(kind) for each in said):
        raise Unfit(_("文件的内容和扩展名 %(suffix)s 不符。请用办公软件另存后再上传。") % {"suffix": suffix})


def _check_relations(data: bytes) -> None:
    """Only links lead out: a template, picture or object from elsewhere is fetched when the file is opened."""
    for each in _parsed(data).iter():
        outside = each.get("TargetMode", "").lower() == "external"
        target = each.get("Target", "").strip().lower()
        if outside and not each.get("Type", "").endswith(LINKS):
            raise Unfit(_("文件打开时会从别处读取内容，不能上传。请断开外部链接、另存后再试。"))
        if target.startswith(("javascript:", "vbscript:", "file:", "\\\\", "data:")):
            raise Unfit(_("文件里有指向本机或脚本的链接，不能上传。请删去后另存再试。"))


def _check_text(data: bytes) -> None:
    """Links to other programs in a sheet; fields that start one; broken or booby-trapped XML."""
    if calls_a_program(_parsed(data)) or b"<ddeLink" in data:
        raise Unfit(_("文件里有会启动其他程序的域，不能上传。请删去后另存再试。"))


def _parsed(data: bytes) -> Element:
    try:
        return ElementTree.fromstring(data, forbid_dtd=True)
    except (ElementTree.ParseError, DefusedXmlException) as error:
        raise Unfit(_broken()) from error


def _broken() -> str:
    return _("文件已损坏，或不是真正的办公文档。请用办公软件打开、另存后再上传。")
