"""A county with a draft article and a draft post, and people who fill in the editor's own form."""

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from guanwei.organisations.models import Person
from guanwei.publishing.models import ArticlePage, Post
from guanwei.testing.scenes import County, add_person, add_unit, put_in_post, write_article, write_post

Enter = Callable[[Person], Client]


@pytest.fixture
def enter() -> Enter:
    """Sign a person in."""

    def signed_in(person: Person) -> Client:
        client = Client(raise_request_exception=True)
        client.force_login(Person.objects.get(pk=person.pk))
        return client

    return signed_in


@pytest.fixture
def people(county: County) -> dict[str, Person]:
    """By post; a writer of another section of the same agency and one of another agency among them."""
    section = add_unit("清河县水利局防汛科", "water-flood", "section", county.water.unit)
    other = add_unit("清河县林业局", "forestry", "department", county.unit)
    found = {**county.people, **county.water.people}
    for key, name, unit in (("supplier", "防汛科编辑", section), ("stranger", "林业局编辑", other)):
        found[key] = add_person(f"editor-{key}", name)
        put_in_post(found[key], "county.editor", unit)
    found["nobody"] = add_person("no-post", "未任职人员")
    return found


@pytest.fixture
def article(county: County, people: dict[str, Person]) -> ArticlePage:
    return write_article(county, county.water, people["editor"], variants=True)


@pytest.fixture
def post(county: County, people: dict[str, Person]) -> Post:
    return write_post(county.water, people["editor"])


def edit_url(obj: Any) -> str:
    """Where ``obj`` is edited."""
    if isinstance(obj, ArticlePage):
        return reverse("wagtailadmin_pages:edit", args=[obj.pk])
    return reverse(obj.snippet_viewset.get_url_name("edit"), args=[obj.pk])


def filled_in(response: HttpResponse) -> dict[str, str]:
    """What the editor's form would send if nothing were touched: stream fields as their stored blocks."""
    soup = BeautifulSoup(response.content, "html.parser")
    form = soup.select_one("[data-edit-form]")
    assert form is not None
    sent: dict[str, str] = {}
    for field in form.select("input[name], select[name], textarea[name]"):
        if field.has_attr("disabled") or field.find_parent("template"):
            continue
        kind = field.get("type", "")
        if kind in ("checkbox", "radio") and not field.has_attr("checked"):
            continue
        sent[field["name"]] = _value(field)
    for name in ("csrfmiddlewaretoken",):
        sent.pop(name, None)
    return {**streams(response), **sent}


def _value(field: Any) -> str:
    if field.name == "select":
        chosen = field.select_one("option[selected]") or field.select_one("option")
        return str(chosen["value"]) if chosen else ""
    if field.name == "textarea":
        return field.text.removeprefix("\n")
    return str(field.get("value", "on" if field.get("type") == "checkbox" else ""))


def streams(response: HttpResponse) -> dict[str, str]:
    """Stream fields are drawn by script: send them with the blocks that the form was given."""
    form = response.context["form"]
    sent = _stream(form, "body") if "body" in form.fields else {}
    for child in form.formsets["variants"].forms if "variants" in form.formsets else ():
        sent |= _stream(child, "pictures")
    return sent


def _stream(form: Any, name: str) -> dict[str, str]:
    bound, prefix = form[name], form.add_prefix(name)
    blocks = list(bound.value() or [])
    sent = {f"{prefix}-count": str(len(blocks))}
    for index, block in enumerate(blocks):
        sent |= {
            f"{prefix}-{index}-deleted": "",
            f"{prefix}-{index}-order": str(index),
            f"{prefix}-{index}-type": block.block_type,
            f"{prefix}-{index}-id": str(block.id or ""),
            f"{prefix}-{index}-value": _block(block),
        }
    return sent


def _block(block: Any) -> str:
    """Rich text travels as the editor's content state."""
    from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

    if block.block_type == "paragraph":
        return ContentstateConverter(["bold", "italic", "ol", "ul", "link"]).from_database_format(
            block.value.source
        )
    return str(block.block.get_prep_value(block.value))
