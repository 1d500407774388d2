"""L1 on PostgreSQL: TRUNCATE, temporary tables, and two connections at once."""

from typing import Any

import pytest
from approvals.gate.attempts import refused, sql
from approvals.gate.making import permit_for
from django.db import connection
from wagtail.models import Page

pytestmark = [pytest.mark.law("L1"), pytest.mark.django_db]


@pytest.mark.parametrize("table", ["wagtailcore_page", "publishing_articlevariant", "publishing_post"])
def test_a_content_table_is_not_emptied(table: str) -> None:
    refused(lambda: sql(f"TRUNCATE {table} CASCADE"), "不能清空")


def test_a_temporary_table_does_not_shadow_the_openings(draft: Any) -> None:
    sql("CREATE TEMPORARY TABLE approvals_opening (family text, object_id bigint, txn bigint) ON COMMIT DROP")
    family = "page" if isinstance(draft, Page) else "post"
    sql("INSERT INTO pg_temp.approvals_opening VALUES (%s, %s, txid_current())", family, draft.pk)
    refused(lambda: type(draft).objects.filter(pk=draft.pk).update(live=True))


def test_the_permits_are_not_emptied(draft: Any) -> None:
    permit_for(draft)
    connection.check_constraints()
    refused(lambda: sql("TRUNCATE approvals_permit CASCADE"), "许可一经签发")
