"""A bureau that lives by a book with every kind of signature, and drafts in each of its categories."""

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from approvals.signatures.scene import BOOK, joint_rules, make_bureau, write_in
from guanwei.approvals.models import Submission
from guanwei.publishing.models import ArticlePage
from guanwei.testing.acts import submitted
from guanwei.testing.scenes import Agency, County

__all__ = ["BOOK"]
Write = Callable[..., ArticlePage]
Submit = Callable[..., Submission]


@pytest.fixture
def _joint_rules() -> Iterator[None]:
    with joint_rules():
        yield


@pytest.fixture
def bureau(county: County, _joint_rules: None) -> Agency:
    """清河县交通局 with everybody in post."""
    return make_bureau(county)


@pytest.fixture
def write(county: County, bureau: Agency) -> Write:
    """A draft of the bureau in one of the book's categories."""
    return partial(write_in, county, bureau)


@pytest.fixture
def submit(bureau: Agency, write: Write) -> Submit:
    """The same, submitted by its editor."""
    return lambda category, **fields: submitted(write(category, **fields), bureau.people["editor"])
