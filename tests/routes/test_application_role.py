"""PostgreSQL: an application that doesn't own its tables does all its work, and can't take the gate away."""

import pytest
from django.db import Error as DatabaseError
from django.db import connection, transaction
from guanwei.approvals.gate.names import trigger_name
from guanwei.approvals.gate.ownership import tables_owned
from guanwei.approvals.gate.triggers import triggers_expected, triggers_standing
from guanwei.publishing.models import ArticlePage
from guanwei.publishing.services import take_down
from guanwei.testing.acts import released
from guanwei.testing.scenes import write_article
from routes.roles import as_application, make_role
from routes.stage import Stage, _signed
from routes.watching import Public, unpermitted

pytestmark = [
    pytest.mark.law("L1"),
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no roles"),
]
TRIGGER = trigger_name("publishing_post", "row")
ATTACKS = {
    "disabling a trigger": f"ALTER TABLE publishing_post DISABLE TRIGGER {TRIGGER}",
    "disabling every trigger": "ALTER TABLE wagtailcore_page DISABLE TRIGGER ALL",
    "dropping a trigger": f"DROP TRIGGER {TRIGGER} ON publishing_post",
    "dropping its function": "DROP FUNCTION guanwei_l1_live() CASCADE",
    "replacing its function": "CREATE OR REPLACE FUNCTION guanwei_l1_opened(of_family text, of_object bigint)"
    " RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN RETURN true; END $$",
    "leaving triggers out for the session": "SET session_replication_role = replica",
    "a trigger of its own before the gate's": "CREATE TRIGGER aaa BEFORE UPDATE ON publishing_post"
    " FOR EACH ROW EXECUTE FUNCTION guanwei_l1_live()",
    "a rule in the place of a write": "CREATE RULE aaa AS ON UPDATE TO publishing_post DO INSTEAD NOTHING",
    "emptying a table": "TRUNCATE publishing_post CASCADE",
    "another column": "ALTER TABLE publishing_post ADD COLUMN aaa text",
    "dropping the deferred key": "ALTER TABLE approvals_opening DROP COLUMN shut_id",
    "taking the tables over": "ALTER TABLE publishing_post OWNER TO CURRENT_USER",
}

BY_HAND = (
    "UPDATE wagtailcore_page SET live = true",
    "UPDATE publishing_post SET live = true, title = 'x'",
    "UPDATE publishing_postvariant SET text = 'x'",
    "UPDATE wagtailcore_page SET title = 'x' WHERE live",
    "DELETE FROM publishing_articlevariant",
    "UPDATE approvals_permit SET digest = repeat('0', 64)",
    "UPDATE approvals_signoff SET person_id = person_id",
    "DELETE FROM audit_snapshot",
    "INSERT INTO approvals_never DEFAULT VALUES",
)


def as_the_role(statement: str) -> None:
    """One statement with the application's rights; deferred keys are asked at once."""
    with transaction.atomic(), as_application():
        connection.cursor().execute(statement)
        connection.check_constraints()


@pytest.fixture
def role(stage: Stage) -> None:
    """The stage is set by the owner; the application has its own role."""
    make_role()


@pytest.mark.parametrize("attack", sorted(ATTACKS))
@pytest.mark.defends("the application's role: dropping, disabling or shadowing the gate", by="database")
def test_the_applications_role_cannot_take_the_gate_away(role: None, attack: str) -> None:
    with pytest.raises(DatabaseError, match=r"permission denied|must be owner|cannot"):
        as_the_role(ATTACKS[attack])
    assert triggers_standing() == triggers_expected()


@pytest.mark.defends("the application's role: rows written by hand", by="database")
@pytest.mark.parametrize("statement", BY_HAND)
def test_rows_by_hand_are_refused(role: None, statement: str) -> None:
    with pytest.raises(DatabaseError):
        as_the_role(statement)
    assert unpermitted() == []


def test_the_applications_role_does_all_the_offices_work(role: None, stage: Stage) -> None:
    by = stage.people["editor"]
    with as_application():
        article = write_article(stage.county, stage.county.water, by, variants=True, title="由应用角色办理")
        released(_signed(article, stage.people), stage.people["publisher"])
        assert ArticlePage.objects.get(pk=article.pk).live
        assert take_down(ArticlePage.objects.get(pk=article.pk), stage.people["publisher"], "试办") == []
        assert not ArticlePage.objects.get(pk=article.pk).live
        assert (triggers_standing(), unpermitted()) == (triggers_expected(), [])
    assert Public.now(stage).answers


def test_health_tells_who_owns_the_tables(role: None) -> None:
    assert "publishing_post" in tables_owned()
    with as_application():
        assert tables_owned() == []
