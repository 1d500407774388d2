"""Invented documents in the shapes in which offices publish theirs."""

import io

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from dummy_plugins.printed import DOCUMENT, NOTICE

CARRIED = f"""政策文件-清河县人民政府门户网站
当前位置: 首页>>政务公开>>公开信息内容
    {NOTICE}
    索引号: 10000002-QH/2026-0105 公开目录: 规范性文件 发布日期: 2026年01月06日
    主题词: 发布机构: 宣传办 文\u00a0\u00a0号: 清宣办发〔2026〕5号

各乡镇,各部门:

    近期新开账号较多,为便于管理,现通知如下:

    一、登记

    (一)新开账号先到宣传办公室登记。

    (二)登记表一式两份,一份留存。

    二、办理要求

    各单位明确一名联络人。一是按月核对账号清单。二是人员变动当天报告。

    联系人:值班室 联系电话:0000-1234567

    清河县宣传办公室(代章)

    2026年1月5日

    附件1

    账号登记表

    单位名称

    附件2

    {DOCUMENT}

    第一章 总则

    第一条 为规范新媒体工作,根据《县级文件》(清政发〔2025〕 号)制定本细则。

    第二条 稿件实行两级审核:

    (一)初审看事实和文字。

    (二)复审看政策和时机。

    审核记录保存两年。

    第二章 运行

    账号应当保持更新,文字账号至少每更新2次。

    第四条密码每季度更换一次。

    第五条 本细则由清河县宣传办公室负责解释

版权所有:清河县人民政府
ICP备00000000号
"""

ALONE = f"""{DOCUMENT}
第一条为规范新媒体工作,制定本细则。
第二条稿件实行两级审核:
(一)初审看事实和文字。
(二)复审看政策和时机。
第三条账号应当保持更新。
"""

PARTS = f"""{NOTICE}
发布时间:2026年01月06日 来源:清河县宣传办公室
各乡镇,各部门:
近期新开账号较多。
一、登记
(一)、新开账号。
1、先登记再发布。
2、表格一式两份。
(二)、旧账号。
二、要求
1、明确一名联络人。
2、按月核对。
清河县宣传办公室
20260105
"""


def word(*paragraphs: str, numbered: tuple[str, ...] = (), kind: str = "chineseCountingThousand") -> bytes:
    """A .docx of these paragraphs; ``numbered`` follow under an automatic ``第%1条``."""
    document = Document()
    for each in paragraphs:
        document.add_paragraph(each)
    if numbered:
        _number_by_list(document, kind)
        for each in numbered:
            paragraph = document.add_paragraph(each)
            _put_in_list(paragraph._p)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _number_by_list(document: object, kind: str) -> None:
    numbering = document.part.numbering_part.element  # type: ignore[attr-defined]
    abstract = _element("w:abstractNum", {"w:abstractNumId": "77"})
    level = _element("w:lvl", {"w:ilvl": "0"})
    for name, value in (("w:start", "1"), ("w:numFmt", kind), ("w:lvlText", "第%1条")):
        level.append(_element(name, {"w:val": value}))
    abstract.append(level)
    numbering.insert(0, abstract)
    listed = _element("w:num", {"w:numId": "77"})
    listed.append(_element("w:abstractNumId", {"w:val": "77"}))
    numbering.append(listed)


def _put_in_list(paragraph: object) -> None:
    properties = _element("w:numPr", {})
    properties.append(_element("w:ilvl", {"w:val": "0"}))
    properties.append(_element("w:numId", {"w:val": "77"}))
    paragraph.get_or_add_pPr().append(properties)  # type: ignore[attr-defined]


def _element(name: str, values: dict[str, str]) -> object:
    element = OxmlElement(name)
    for key, value in values.items():
        element.set(qn(key), value)
    return element
