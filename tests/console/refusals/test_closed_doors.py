"""A screen that a person may not use says who may, in the office's words."""

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse
from guanwei.organisations.models import Person
from guanwei.testing.scenes import County, write_article


def said_to(person: Person, address: str) -> list[str]:
    client = Client()
    client.force_login(person)
    response = client.get(address)
    assert response.status_code == 302
    return [str(each) for each in get_messages(response.wsgi_request)]


@pytest.mark.django_db
def test_a_publisher_who_opens_the_editor_is_told_who_writes(county: County) -> None:
    people = county.water.people
    article = write_article(county, county.water, people["editor"])
    said = said_to(people["publisher"], reverse("wagtailadmin_pages:edit", args=[article.pk]))
    assert said == [
        "“汛期安全提示”由清河县水利局宣传科的采编人员修改；您现在的职务（清河县水利局宣传科发布人员）不能改，"
        "可请他们修改，或在全过程记录里查看。"
    ]


@pytest.mark.django_db
def test_an_editor_at_a_screen_of_the_site_keeper_is_told_whom_to_ask(county: County) -> None:
    said = said_to(county.water.people["editor"], reverse("wagtailadmin_pages:edit", args=[county.news.pk]))
    assert len(said) == 1
    assert "请系统管理员办理任职" in said[0]
