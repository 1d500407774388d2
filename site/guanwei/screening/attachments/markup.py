"""XML as office files hold it. Document types, entities and outside parts are never followed.

Names are compared without their namespace: the strict and the usual form of the standard differ in nothing else.
"""

import io
from collections.abc import Iterator
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from guanwei.screening.attachments.problems import ProblemCode, Stopped

Element = Any
NO_MEMORY = 2
OPTIONS: dict[str, Any] = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}


def parsed(data: bytes, *, mend: bool = False) -> Element:
    """The root. ``mend``: for drawings of old programs, which are XML by half. Raises Stopped."""
    try:
        root = etree.fromstring(data, etree.XMLParser(recover=mend, **OPTIONS))
    except etree.XMLSyntaxError as error:
        raise _stopped(error) from error
    if root is None:
        raise Stopped(ProblemCode.BROKEN)
    _refuse_document_type(root)
    return root


def streamed(data: bytes, *names: str) -> Iterator[Element]:
    """Elements of these names as they end, and at last the root with what was left of it. Raises Stopped."""
    tags = [f"{{*}}{name}" for name in names]
    reading = etree.iterparse(io.BytesIO(data), tag=tags, **OPTIONS)
    seen = False
    try:
        for _event, element in reading:
            if not seen:
                _refuse_document_type(element)
                seen = True
            yield element
        _refuse_document_type(reading.root)
        yield reading.root
    except etree.XMLSyntaxError as error:
        raise _stopped(error) from error


def written(root: Element) -> bytes:
    """As office programs write a part."""
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data


def append(element: Element, name: str, text: str | None = None) -> Element:
    """A new child of the same namespace."""
    made = etree.SubElement(element, f"{element.tag.rpartition('}')[0]}}}{name}")
    made.text = text
    return made


def local(element: Element) -> str:
    """The name without its namespace; "" for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def key_of(element: Element, name: str) -> str:
    """The attribute's name with its namespace, as this element has it, or ""."""
    return next((key for key in element.keys() if key.rpartition("}")[2] == name), "")  # noqa: SIM118


def attribute(element: Element, name: str, otherwise: str = "") -> str:
    """By its name without namespace."""
    found: str = element.get(key_of(element, name) or name, otherwise)
    return found


def _refuse_document_type(element: Element) -> None:
    """Office files have none: it is there to multiply entities or to fetch something."""
    if element.getroottree().docinfo.doctype:
        raise Stopped(ProblemCode.BROKEN)


def _stopped(error: Any) -> Exception:
    if error.code == NO_MEMORY:
        return MemoryError()
    return Stopped(ProblemCode.BROKEN)
