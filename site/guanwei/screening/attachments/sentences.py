"""What callers say to people of a file: places, counts, problems and remarks. In Chinese, through the catalogues."""

from collections.abc import Callable
from pathlib import PurePosixPath

from django.utils.translation import gettext as _

from guanwei.api.screenings import FindingType
from guanwei.screening.attachments.limits import MEGABYTE, USUAL
from guanwei.screening.attachments.place_words import place
from guanwei.screening.attachments.problems import Params, Problem, ProblemCode, Remark, RemarkCode
from guanwei.screening.attachments.sheets.columns import letters
from guanwei.screening.attachments.summary import Count

__all__ = ["copy_name", "count", "place", "problem", "remark"]


def count(found: Count) -> str:
    """D列有23个身份证号."""
    said = {"place": place(found.place), "count": found.count}
    if found.type is FindingType.ID_NUMBER:
        return _("%(place)s有%(count)d个身份证号") % said
    if found.type is FindingType.MOBILE:
        return _("%(place)s有%(count)d个手机号") % said
    if found.type is FindingType.BANK_CARD:
        return _("%(place)s有%(count)d个银行卡号") % said
    if found.type is FindingType.HOME_ADDRESS:
        return _("%(place)s有%(count)d处住址") % said
    return _("%(place)s有%(count)d处提示") % said


def problem(found: Problem) -> str:
    """Why the item is held, and what to do."""
    there = {"place": place(found.place)} if found.place is not None else {}
    return _PROBLEMS[found.code]({**found.params, **there})


def remark(found: Remark) -> str:
    """What to look at before the file goes out."""
    return _REMARKS[found.code](found.params)


def copy_name(name: str, kind: str) -> str:
    """Of a masked copy: the file's own name, said to be one, with the copy's ending."""
    return _("%(name)s（已遮盖个人信息）") % {"name": PurePosixPath(name).stem} + f".{kind}"


def _truncated(params: Params) -> str:
    if "pages" in params:
        return _("PDF 共%(of)d页，只检查了前%(pages)d页，其余没有检查。请拆成几个文件再上传。") % params
    return _("文件太长，只检查了前%(characters)d字，其余没有检查。请拆成几个文件再上传。") % params


def _lost_digits(params: Params) -> str:
    said = {**params, "column": letters(int(params["column"]))}
    return (
        _(
            "工作表“%(sheet)s”%(column)s列有%(count)d个数像身份证号或银行卡号，因按数值保存，末几位已变成0。"
            "请核对；要保留号码，先把该列设为文本再重新填写。"
        )
        % said
    )


_PROBLEMS: dict[ProblemCode, Callable[[Params], str]] = {
    ProblemCode.EMPTY: lambda params: _("文件是空的，没有可检查的内容。请确认选对了文件。"),
    ProblemCode.ENCRYPTED: lambda params: _("文件有密码保护，无法检查里面的内容。请去掉密码后重新上传。"),
    ProblemCode.BROKEN: lambda params: _(
        "文件已损坏或结构异常，无法检查里面的内容。请用办公软件打开、另存后重新上传。"
    ),
    ProblemCode.TOO_LARGE: lambda params: (
        _("文件超过%(most)d MB，或解开后异常巨大，无法检查。请精简、拆分后重新上传。")
        % {"most": USUAL.size // MEGABYTE}
    ),
    ProblemCode.TOO_SLOW: lambda params: _(
        "文件太复杂，没能在规定时间内检查完。请拆成几个文件，或另存为简单格式后重新上传。"
    ),
    ProblemCode.NOT_READABLE: lambda params: _(
        "这种文件读不出文字，无法检查。能检查的是 docx、xlsx、pdf、csv、txt；请另存为其中一种再上传。"
    ),
    ProblemCode.TRUNCATED: _truncated,
    ProblemCode.EMBEDDED: lambda params: (
        _("文件里嵌有%(count)d个其他文件（如 %(first)s），不能生成遮盖副本。请删去后重新上传。") % params
    ),
    ProblemCode.NOT_MASKED: lambda params: (
        _("还有%(count)d处个人信息不能自动遮盖（%(place)s），没有生成副本。请在文件里改好后重新上传。")
        % params
    ),
}
_REMARKS: dict[RemarkCode, Callable[[Params], str]] = {
    RemarkCode.OTHER_KIND: lambda params: (
        _("文件名的扩展名是 %(said)s，内容却是 %(kind)s；已按内容检查。请改正扩展名。") % params
    ),
    RemarkCode.HIDDEN_SHEETS: lambda params: (
        _("有%(count)d张隐藏的工作表（如“%(first)s”）会随文件公开。请确认或删去。") % params
    ),
    RemarkCode.HIDDEN_CELLS: lambda params: (
        _("隐藏的行、列或合并单元格下面有%(count)d格内容，会随文件公开。请确认或删去。") % params
    ),
    RemarkCode.LOST_DIGITS: _lost_digits,
    RemarkCode.ACTIVE_FORMULAS: lambda params: (
        _("有%(count)d个公式会打开链接或其他程序；检查时没有运行。请确认或改成文字。") % params
    ),
    RemarkCode.DELETED_WORDS: lambda params: (
        _("有%(count)d段带有修订痕迹，删去的文字还在文件里。请接受全部修订后再公开。") % params
    ),
    RemarkCode.COMMENTS: lambda params: _("有%(count)d条批注会随文件公开。请确认或删去。") % params,
    RemarkCode.PICTURES: lambda params: _("有%(count)d张图片，图片里的文字没有检查。请人工查看。") % params,
    RemarkCode.PAGES_WITHOUT_WORDS: lambda params: (
        _("有%(count)d页（如第%(first)d页）没有文字，可能是扫描件，没有检查。请人工查看。") % params
    ),
    RemarkCode.EMBEDDED: lambda params: (
        _("嵌有%(count)d个其他文件，里面没有检查。请人工查看或删去。") % params
    ),
    RemarkCode.FORMULAS_TO_VALUES: lambda params: (
        _("有%(count)d个公式的结果或文字含个人信息，副本里已改为遮盖后的值。") % params
    ),
    RemarkCode.PDF_AS_TEXT: lambda params: _(
        "PDF 里的文字不能就地遮盖；副本是遮盖后的纯文本，不含版式和图片。"
    ),
}
