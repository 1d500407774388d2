"""L5: what is written once stays as written, whoever holds a database shell."""

# ruff: noqa: S608 (the tests write SQL as an insider would)

from pathlib import Path
from typing import Any

import pytest
from approvals.gate.attempts import refused, sql
from django.apps import apps
from django.db import connection
from guanwei.api import FormCell, FormSignature, OfficialForm
from guanwei.approvals.gate import GateRefused, check_triggers, sentence_of
from guanwei.approvals.gate.names import trigger_name
from guanwei.approvals.governed import sealed_tables
from guanwei.approvals.models import Contribution, Permit, Return, SignOff
from guanwei.approvals.services import send_back
from guanwei.audit import clock
from guanwei.audit.models import Snapshot
from guanwei.audit.records import LedgerModel
from guanwei.delivery.models import Attempt
from guanwei.publishing.forms.services import archive_sheet
from guanwei.publishing.models import FileHold, FormSheet, Picture, ReleaseHistory
from guanwei.testing.acts import no_refusals, released, signed, submitted
from guanwei.testing.scenes import County, write_article, write_post
from wagtail.images.tests.utils import get_test_image_file

pytestmark = [pytest.mark.law("L5"), pytest.mark.django_db]

STAYS = "只写一次"
COLUMNS = {
    Contribution: "part",
    Snapshot: "digest",
    SignOff: "opinion",
    Return: "reason",
    ReleaseHistory: "title",
    Attempt: "event",
    FormSheet: "sha256",
    FileHold: "at",
}
FORM = OfficialForm(
    id="paper.sheet",
    title="清河县信息发布登记表",
    cites=(),
    route="county.written",
    header=(FormCell("日期", "sheet.date"),),
    row=(FormCell("标题", "item.title"),),
    signatures=(FormSignature("审核意见", "county.review"),),
)


@pytest.fixture
def walked(county: County, settings: Any, tmp_path: Path) -> County:
    """One item released with a picture and on an archived sheet, one sent back: each of these holds a row."""
    settings.MEDIA_ROOT = tmp_path
    people = county.water.people
    post = submitted(write_post(county.water, people["editor"]), people["editor"])
    released(signed(post, people["reviewer"], people["leader"]), people["publisher"])
    _sheet, refusals = archive_sheet(FORM, county.water.section, clock.today(), people["reviewer"])
    no_refusals(refusals)
    other = submitted(write_article(county, county.water, people["editor"]), people["editor"])
    no_refusals(send_back(other.pk, people["reviewer"], "请核对时间。"))
    picture = Picture.objects.create(title="大坝", file=get_test_image_file())
    FileHold.objects.create(permit=Permit.objects.latest("pk"), picture=picture)
    return county


@pytest.mark.defends("rows of the record rewritten or deleted", by="database")
def test_no_row_is_rewritten_or_deleted(walked: County) -> None:
    for model, column in COLUMNS.items():
        table = model._meta.db_table
        assert model._base_manager.exists()
        refused(lambda table=table, column=column: sql(f"UPDATE {table} SET {column} = NULL"), STAYS)
        refused(lambda table=table: sql(f"DELETE FROM {table}"), STAYS)


@pytest.mark.defends("rows of the record replaced, a table emptied", by="database")
def test_no_row_is_replaced_nor_a_table_emptied(walked: County) -> None:
    connection.check_constraints()
    way = {
        "sqlite": "INSERT OR REPLACE INTO {0} SELECT * FROM {0}",
        "postgresql": "TRUNCATE {0} CASCADE",
    }[connection.vendor]
    for model in COLUMNS:
        refused(lambda model=model: sql(way.format(model._meta.db_table)), STAYS)


def test_every_ledger_is_sealed_those_of_other_rooms_too() -> None:
    ledgers = {each._meta.db_table for each in apps.get_models() if issubclass(each, LedgerModel)}
    assert ledgers <= set(sealed_tables())
    assert {each._meta.db_table for each in COLUMNS} <= set(sealed_tables())


def test_no_column_of_an_archived_sheet_is_written_again(walked: County) -> None:
    for change in ("file = file", "lines = '[]'", "note = '改'", "archived_at = NULL"):
        refused(lambda change=change: sql(f"UPDATE publishing_formsheet SET {change}"), STAYS)
    assert FormSheet.objects.get().verify()


def test_a_sign_off_saved_again_is_refused_in_words(walked: County) -> None:
    signature = SignOff.objects.first()
    signature.opinion = "不同意"
    refused(signature.save, STAYS)


def test_the_refusal_names_the_law_of_the_record() -> None:
    refusal = sentence_of(Exception("guanwei.L1: sealed"))
    assert refusal is not None
    assert refusal.rule == "L5.sealed"


@pytest.mark.parametrize("table", sealed_tables())
def test_a_missing_seal_stops_releases(table: str) -> None:
    name = trigger_name(table, "update" if connection.vendor == "sqlite" else "row")
    sql(f"DROP TRIGGER {name}" + (f" ON {table}" if connection.vendor == "postgresql" else ""))
    with pytest.raises(GateRefused):
        check_triggers()
