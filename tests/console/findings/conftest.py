"""What an editor's screen sends while somebody writes, and people who may have it checked or not."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from guanwei.console.findings.live.views import pace
from guanwei.organisations.models import Person
from guanwei.testing.scenes import County, add_person, add_unit, put_in_post

Ask = Callable[..., HttpResponse]
Screen = Callable[..., dict[str, Any]]


@pytest.fixture(autouse=True)
def _a_new_minute() -> None:
    pace.forget()


@pytest.fixture
def people(county: County) -> dict[str, Person]:
    """By post; a writer of another section of the same agency and one of another agency among them."""
    section = add_unit("清河县水利局防汛科", "water-flood", "section", county.water.unit)
    other = add_unit("清河县林业局", "forestry", "department", county.unit)
    found = {**county.people, **county.water.people}
    for key, name, unit in (("supplier", "防汛科编辑", section), ("stranger", "林业局编辑", other)):
        found[key] = add_person(f"editor-{key}", name)
        put_in_post(found[key], "county.editor", unit)
    return found


@pytest.fixture
def ask() -> Ask:
    """Send a screen in somebody's name, who signs in the first time."""
    clients: dict[int, Client] = {}

    def signed_in(person: Person | None) -> Client:
        client = clients.get(person.pk if person else 0) or Client()
        if person is not None and person.pk not in clients:
            client.force_login(Person.objects.get(pk=person.pk))
            clients[person.pk] = client
        return client

    def asked(person: Person | None, said: Any, **headers: str) -> HttpResponse:
        client = signed_in(person)
        body = said if isinstance(said, bytes) else json.dumps(said).encode()
        address = reverse("findings:now")
        return client.post(address, body, content_type="application/json", headers=headers or None)

    return asked


@pytest.fixture
def screen(county: County) -> Screen:
    """The water bureau's screen with these texts by their keys; ``more`` is said instead."""

    def said(texts: dict[str, str], **more: Any) -> dict[str, Any]:
        account = county.water.weibo.pk
        rows = [
            {
                "key": key,
                "part": key,
                "text": text,
                "account": account if key.startswith("variant") else None,
                "number": 1 if key.startswith("variant") else None,
            }
            for key, text in texts.items()
        ]
        section = county.water.section.pk
        return {
            "family": "page",
            "object_id": None,
            "kind": "original",
            "supplier": section,
            "manager": section,
            "source_name": "",
            "source_url": "",
            "original_title": "",
            "fields": {},
            "texts": rows,
        } | more

    return said


def findings(response: HttpResponse) -> list[dict[str, Any]]:
    """What was found; fails on a refusal."""
    assert response.status_code == 200, response.content.decode()
    return list(json.loads(response.content)["findings"])


def refusal(response: HttpResponse, status: int) -> str:
    """The sentence of a refusal."""
    assert response.status_code == status, response.content.decode()
    return str(json.loads(response.content)["error_message"])
