"""A county with one column and one account; a draft and a live object of each family."""

from collections.abc import Callable
from typing import Any

import pytest
from approvals.gate.making import new_article, new_post, release
from django.db import connection
from guanwei.accounts.models import Account
from guanwei.organisations.models import Unit
from guanwei.portal.models import ColumnPage, HomePage
from guanwei.publishing.models import ArticlePage, Post
from wagtail.models import Page

# What only one database can do is tried on that one.
collect_ignore = ["test_on_postgresql.py" if connection.vendor == "sqlite" else "test_on_sqlite.py"]


@pytest.fixture
def unit(db: None) -> Unit:
    return Unit.objects.create(name="清河县人民政府", slug="qinghe", kind="county")


@pytest.fixture
def account(unit: Unit) -> Account:
    return Account.objects.create(
        name="清河发布", slug="qinghe-weibo", platform="weibo", unit=unit, channel="core.weibo"
    )


@pytest.fixture
def column(unit: Unit) -> ColumnPage:
    home = Page.get_first_root_node().add_child(instance=HomePage(title="首页", slug="qinghe", live=False))
    return home.add_child(instance=ColumnPage(title="要闻", slug="news", unit=unit, live=False))


@pytest.fixture
def article(column: ColumnPage, account: Account) -> ArticlePage:
    return new_article(column, account)


@pytest.fixture
def post(account: Account) -> Post:
    return new_post(account)


@pytest.fixture(params=["page", "post"])
def draft(request: pytest.FixtureRequest) -> Any:
    """A draft of each family."""
    return request.getfixturevalue("article" if request.param == "page" else "post")


@pytest.fixture
def online(draft: Any) -> Any:
    """A live object of each family."""
    return release(draft)


@pytest.fixture
def live_article(article: ArticlePage) -> ArticlePage:
    return release(article)


@pytest.fixture
def another_article(column: ColumnPage, account: Account) -> Callable[[str], ArticlePage]:
    return lambda slug: new_article(column, account, slug)
