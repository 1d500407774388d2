"""What a browser would post: every field of the rendered form, with stream blocks as the editor writes them."""

from collections.abc import Mapping
from typing import Any

from bs4 import BeautifulSoup
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

PARAGRAPH = "<p>近日降雨较多，请远离河道和低洼处，遇险情及时撤离并报告。</p>"
PARAGRAPHS = 20


def fields_of(html: bytes, form: str) -> dict[str, Any]:
    """Names and values of the form that ``form`` selects."""
    found: dict[str, Any] = {}
    for field in BeautifulSoup(html, "lxml").select_one(form).select("input, select, textarea"):
        name, kind = field.get("name"), field.get("type", "")
        if not name or "__prefix__" in name or kind in ("submit", "button", "file"):
            continue
        if kind in ("checkbox", "radio") and not field.has_attr("checked"):
            continue
        found[name] = _value(field)
    return found


def _value(field: Any) -> str:
    if field.name == "select":
        chosen = field.select_one("option[selected]")
        return str(chosen["value"]) if chosen else ""
    if field.name == "textarea":
        return str(field.text.removeprefix("\n"))
    return str(field.get("value", "on" if field.get("type") == "checkbox" else ""))


def body() -> dict[str, Any]:
    """The stream of an article's body."""
    blocks = [
        ("paragraph", rich_text(PARAGRAPH, features=["bold", "italic", "ol", "ul", "link"]))
    ] * PARAGRAPHS
    return nested_form_data({"body": streamfield(blocks)})


def pictures(prefix: str) -> Mapping[str, Any]:
    """An empty stream of pictures of the variant ``prefix``."""
    return nested_form_data({f"{prefix}-pictures": streamfield([])})
