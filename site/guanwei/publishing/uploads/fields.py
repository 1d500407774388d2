"""Fields of a text document: what Word computes when the file is opened, written out in pieces.

ECMA-376 part 1, 17.16: a field begins and ends with ``fldChar``, between them its code stands in any number of
``instrText``, and fields nest; a simple one stands in the attribute ``instr`` of ``fldSimple``.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

STARTERS = ("DDE", "DDEAUTO")


def calls_a_program(root: Element) -> bool:
    """Whether a field starts another program, or gets its own name from a field inside, which hides such a start."""
    return any(code in STARTERS for code in _names(root))


def _names(root: Element) -> Iterator[str]:
    open_ones: list[str] = []
    for each in root.iter():
        tag = each.tag.rpartition("}")[2]
        if tag == "fldSimple":
            yield _name(_attribute(each, "instr"))
        elif tag == "instrText" and open_ones:
            open_ones[-1] += each.text or ""
        elif tag == "fldChar" and _attribute(each, "fldCharType") == "begin":
            if open_ones and not open_ones[-1].strip():
                yield "DDE"
            open_ones.append("")
        elif tag == "fldChar" and _attribute(each, "fldCharType") == "end" and open_ones:
            yield _name(open_ones.pop())
    yield from map(_name, open_ones)


def _name(code: str) -> str:
    return (code.upper().split() or [""])[0]


def _attribute(element: Element, name: str) -> str:
    return next((value for key, value in element.items() if key.rpartition("}")[2] == name), "")
