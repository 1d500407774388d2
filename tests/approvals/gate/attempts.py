"""Writes that the database must refuse."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from guanwei.approvals.gate import sentence_of
from wagtail.models import Page


def refused(write: Callable[[], Any], words: str = "只能按许可") -> None:
    """``write`` fails in the database, with a sentence that contains ``words``."""
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        write()
    assert words in str(sentence_of(error.value))


def sql(statement: str, *values: object) -> None:
    """Run one statement as anybody with a database shell would."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def live_table(obj: Any) -> str:
    """The table that holds ``live`` of ``obj``."""
    return "wagtailcore_page" if isinstance(obj, Page) else obj._meta.db_table


def stored(obj: Any) -> Any:
    """``obj`` as the database has it."""
    return type(obj).objects.get(pk=obj.pk)
