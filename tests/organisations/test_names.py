"""A person is called by the name of the post, on our screens and on Wagtail's."""

import json

import pytest
from django.test import Client
from django.urls import reverse
from guanwei.organisations.models import Person
from guanwei.testing.scenes import County

pytestmark = pytest.mark.django_db


def test_the_sidebar_shows_the_name_and_not_the_user_name(county: County) -> None:
    client = Client()
    client.force_login(county.water.people["editor"])
    page = client.get(reverse("wagtailadmin_home")).content.decode()
    assert f'"name": {json.dumps("清河县水利局宣传科编辑")}' in page
    assert '"name": "water-editor"' not in page


def test_a_new_name_reaches_the_sidebar_even_when_it_is_saved_alone() -> None:
    person = Person.objects.create(username="officer", display_name="信息员")
    person.display_name = "宣传科信息员"
    person.save(update_fields=["display_name"])
    assert Person.objects.get().first_name == "宣传科信息员"


def test_signing_in_writes_no_more_than_it_did() -> None:
    person = Person.objects.create(username="officer", display_name="信息员")
    person.save(update_fields=["last_login"])
    assert Person.objects.get().first_name == "信息员"


def test_without_a_name_the_user_name_stays() -> None:
    person = Person.objects.create(username="officer")
    assert (str(person), person.first_name) == ("officer", "")
