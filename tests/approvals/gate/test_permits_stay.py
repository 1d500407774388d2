"""L1, L5: a permit says for good what it said; only its revocation is written, once."""

# ruff: noqa: S608 (the tests write SQL as an insider would)

from typing import Any

import pytest
from approvals.gate.attempts import refused, sql
from approvals.gate.making import permit_for, revoke
from guanwei.approvals.models import Never

pytestmark = [pytest.mark.law("L1"), pytest.mark.django_db]

STAYS = "许可一经签发"


@pytest.mark.parametrize(
    "change",
    ["digest = 'x'", "family = 'other'", "object_id = 9", "parts = '{}'", "issued_at = '2020-01-01'"],
)
@pytest.mark.defends("a permit rewritten", by="database")
def test_what_a_permit_names_is_not_rewritten(draft: Any, change: str) -> None:
    permit = permit_for(draft)
    refused(lambda: sql(f"UPDATE approvals_permit SET {change} WHERE id = %s", permit.pk), STAYS)


@pytest.mark.defends("a revoked permit brought back", by="database")
def test_a_revoked_permit_is_not_brought_back(draft: Any) -> None:
    permit = permit_for(draft)
    revoke(permit)
    refused(lambda: sql("UPDATE approvals_permit SET revoked_at = NULL WHERE id = %s", permit.pk), STAYS)
    permit.revoked_at = None
    refused(permit.save, STAYS)


@pytest.mark.defends("a permit deleted", by="database")
def test_a_permit_is_not_deleted(draft: Any) -> None:
    permit_for(draft)
    refused(lambda: sql("DELETE FROM approvals_permit"), STAYS)


@pytest.mark.defends("a row in the table that shuts openings", by="database")
def test_the_table_that_shuts_openings_stays_empty() -> None:
    refused(Never.objects.create, "必须一直空着")
