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


def _table_cell(there: Place) -> str:
    said = {"table": there.table, "row": there.row, "column": there.column}
    if not there.row:
        return _("表%(table)d第%(column)d列") % said
    return _("表%(table)d第%(row)d行第%(column)d列") % said


def _edge(name: str, there: Place) -> str:
    """A header or footer, perhaps a table in it."""
    return _("%(edge)s的%(cell)s") % {"edge": name, "cell": _table_cell(there)} if there.table else name


def _numbered(there: Place, one: str, every: str) -> str:
    """A footnote or comment, or all of them."""
    return one % {"number": there.number} if there.number else every


def _of_sheet(there: Place, on_sheet: str, plain: str) -> str:
    return (
        on_sheet % {"sheet": there.sheet, "part": there.part} if there.sheet else plain % {"part": there.part}
    )


def _page(there: Place) -> str:
    return _("第%(number)d页") % {"number": there.number}


def _cell(there: Place) -> str:
    said = {"sheet": there.sheet, "column": letters(there.column), "row": there.row}
    if not there.row:
        return _("工作表“%(sheet)s”%(column)s列") % said
    return _("工作表“%(sheet)s”%(column)s%(row)d格") % said


def _cell_note(there: Place) -> str:
    if not there.row:
        return _("工作表“%(sheet)s”的批注") % {"sheet": there.sheet}
    return _("%(cell)s的批注") % {"cell": _cell(there)}


def _csv_cell(there: Place) -> str:
    said = {"column": letters(there.column), "header": there.header, "row": there.row}
    column = (_("%(column)s列（%(header)s）") if there.header else _("%(column)s列")) % said
    return _("%(column)s第%(row)d行") % {"column": column, "row": there.row} if there.row else column


def _other(there: Place) -> str:
    if there.part:
        return _of_sheet(there, _("工作表“%(sheet)s”附带的数据（%(part)s）"), _("附带的数据（%(part)s）"))
    return _of_sheet(there, _("工作表“%(sheet)s”附带的文字"), _("附带的文字"))


_PLACES: dict[Where, Callable[[Place], str]] = {
    Where.PARAGRAPH: lambda there: _numbered(there, _("第%(number)d段"), _("正文")),
    Where.TABLE_CELL: _table_cell,
    Where.HEADER: lambda there: _edge(_("页眉"), there),
    Where.FOOTER: lambda there: _edge(_("页脚"), there),
    Where.FOOTNOTE: lambda there: _numbered(there, _("脚注%(number)d"), _("脚注")),
    Where.ENDNOTE: lambda there: _numbered(there, _("尾注%(number)d"), _("尾注")),
    Where.TEXT_BOX: lambda there: _of_sheet(there, _("工作表“%(sheet)s”的文本框"), _("文本框")),
    Where.COMMENT: lambda there: _numbered(there, _("批注%(number)d"), _("批注")),
    Where.FIELD: lambda there: _("域代码"),
    Where.CELL: _cell,
    Where.CELL_COMMENT: _cell_note,
    Where.SHEET_NAME: lambda there: _("工作表名“%(sheet)s”") % {"sheet": there.sheet},
    Where.LEFTOVER: lambda there: _("表中已不显示、文件里还留着的文字"),
    Where.PAGE: _page,
    Where.ANNOTATION: lambda there: _("%(page)s的批注、表单或链接") % {"page": _page(there)},
    Where.CSV_CELL: _csv_cell,
    Where.LINE: lambda there: _numbered(there, _("第%(number)d行"), _("正文")),
    Where.ALT_TEXT: lambda there: _of_sheet(there, _("工作表“%(sheet)s”图片的替代文字"), _("图片的替代文字")),
    Where.PROPERTY: lambda there: _("文档属性"),
    Where.OTHER: _other,
}
