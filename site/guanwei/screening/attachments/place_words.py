"""A place in the words of an office: 第3段, 表1第3行第2列, 工作表“名单”D2."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from guanwei.screening.attachments.places import Place, Where
from guanwei.screening.attachments.sheets.columns import letters


def place(there: Place) -> str:
    """With what matters of it: a formula, a merged range, hidden from whoever opens the file, deleted."""
    said = _PLACES[there.where](there)
    if there.formula:
        said = _("%(place)s的公式") % {"place": said}
    if there.merged:
        said = _("%(place)s（合并至%(last)s）") % {"place": said, "last": there.merged.rpartition(":")[2]}
    if there.deleted:
        said = _("%(place)s（修订前的文字）") % {"place": said}
    return _("%(place)s（隐藏）") % {"place": said} if there.hidden else said


def _sheet(there: Place) -> str:
    return _("工作表“%(sheet)s”") % {"sheet": there.sheet} if there.sheet else ""


def _table_cell(there: Place) -> str:
    said = {"table": there.table, "row": there.row, "column": there.column}
    if not there.row:
        return _("表%(table)d第%(column)d列") % said
    return _("表%(table)d第%(row)d行第%(column)d列") % said


def _edge(name: str, there: Place) -> str:
    """A header or footer, perhaps a table in it."""
    return name + _table_cell(there) if there.table else name


def _numbered(name: str, number: int) -> str:
    """A footnote or comment, or all of them."""
    return _("%(name)s%(number)d") % {"name": name, "number": number} if number else name


def _paragraph(there: Place) -> str:
    return _("第%(number)d段") % {"number": there.number} if there.number else _("正文")


def _line(there: Place) -> str:
    return _("第%(number)d行") % {"number": there.number} if there.number else _("正文")


def _page(there: Place) -> str:
    return _("第%(number)d页") % {"number": there.number}


def _cell(there: Place) -> str:
    said = {"sheet": _sheet(there), "column": letters(there.column), "row": there.row}
    return (_("%(sheet)s%(column)s%(row)d") if there.row else _("%(sheet)s%(column)s列")) % said


def _cell_note(there: Place) -> str:
    if not there.row:
        return _("%(sheet)s的批注") % {"sheet": _sheet(there)}
    return _("%(cell)s的批注") % {"cell": _cell(there)}


def _csv_cell(there: Place) -> str:
    said = {"column": letters(there.column), "header": there.header, "row": there.row}
    column = (_("%(column)s列（%(header)s）") if there.header else _("%(column)s列")) % said
    return _("%(column)s第%(row)d行") % {"column": column, "row": there.row} if there.row else column


def _other(there: Place) -> str:
    if there.part:
        return _("%(sheet)s附带的数据（%(part)s）") % {"sheet": _sheet(there), "part": there.part}
    return _("%(sheet)s附带的文字") % {"sheet": _sheet(there)}


_PLACES: dict[Where, Callable[[Place], str]] = {
    Where.PARAGRAPH: _paragraph,
    Where.TABLE_CELL: _table_cell,
    Where.HEADER: lambda there: _edge(_("页眉"), there),
    Where.FOOTER: lambda there: _edge(_("页脚"), there),
    Where.FOOTNOTE: lambda there: _numbered(_("脚注"), there.number),
    Where.ENDNOTE: lambda there: _numbered(_("尾注"), there.number),
    Where.TEXT_BOX: lambda there: _("%(sheet)s文本框") % {"sheet": _sheet(there)},
    Where.COMMENT: lambda there: _numbered(_("批注"), there.number),
    Where.FIELD: lambda there: _("域代码"),
    Where.CELL: _cell,
    Where.CELL_COMMENT: _cell_note,
    Where.SHEET_NAME: lambda there: _("工作表名“%(sheet)s”") % {"sheet": there.sheet},
    Where.LEFTOVER: lambda there: _("表中已不显示、文件里还留着的文字"),
    Where.PAGE: _page,
    Where.ANNOTATION: lambda there: _("%(page)s的批注、表单或链接") % {"page": _page(there)},
    Where.CSV_CELL: _csv_cell,
    Where.LINE: _line,
    Where.ALT_TEXT: lambda there: _("%(sheet)s图片的替代文字") % {"sheet": _sheet(there)},
    Where.PROPERTY: lambda there: _("文档属性"),
    Where.OTHER: _other,
}
