"""A program outside: it has a token and sends JSON."""

import json
from typing import Any

from django.http import HttpResponse
from django.test import Client
from guanwei.audit.acting import acting
from guanwei.organisations.models import Person
from routes.stage import Stage
from wagtail.models import APIToken

PAGES, POSTS = "/api/v3/pages/", "/api/v3/snippets/publishing.Post/"
JSON = "application/json"


class Program:
    """Calls the API with a person's token, or without any."""

    def __init__(self, person: Person | None, name: str = "外部编辑器") -> None:
        self.token: APIToken | None = None
        self.key = ""
        self.client = Client(raise_request_exception=False)
        if person is not None:
            with acting(person):
                self.token, self.key = APIToken.create_token(user=person, name=name)

    def send(self, method: str, path: str, body: Any = None, **extra: Any) -> HttpResponse:
        """``body`` as JSON; text goes as it is."""
        sent = body if isinstance(body, str | bytes) else json.dumps({} if body is None else body)
        headers = {"Authorization": f"Bearer {self.key}"} if self.key else {}
        return self.client.generic(method, path, sent, content_type=JSON, headers=headers, **extra)

    def get(self, path: str) -> HttpResponse:
        return self.send("GET", path, "")


def said(response: HttpResponse) -> str:
    """The sentence of a refusal."""
    return str(json.loads(response.content).get("detail", ""))


def new_article(stage: Stage, **fields: Any) -> dict[str, Any]:
    """A whole article with a post, as JSON."""
    section = stage.county.water.section.pk
    stated: dict[str, Any] = {
        "meta": {"type": "publishing.ArticlePage", "parent_id": stage.county.news.pk},
        "title": "由外部编辑器写的稿件",
        "supplier_id": section,
        "manager_id": section,
        "category": "county.convenience",
        "summary": "要点",
        "body": [{"type": "paragraph", "value": "<p>正文。</p>"}],
        "variants": [{"account_id": stage.county.water.weibo.pk, "text": "微博内容"}],
    }
    return {**stated, **fields}
