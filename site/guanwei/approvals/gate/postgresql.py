"""The triggers on PostgreSQL: a few generic functions, told by their arguments what they guard.

A row is compared whole as JSON less its bookkeeping, so that a new column is guarded at once. A child row
locks its object's row FOR SHARE: without it a variant inserted beside a publish would go live unsigned. An
opening counts only in the transaction that wrote it, and once its permit is spent. The functions' search path
puts temporary tables last, so that nobody shadows the gate's tables.
"""

# ruff: noqa: S608 (the names come from the models, no value comes from outside)

from django.db.backends.base.base import BaseDatabaseWrapper

from guanwei.approvals.gate.names import OPENINGS, PERMIT_SAYS, PERMITS, trigger_name
from guanwei.approvals.gate.refusals import PREFIX
from guanwei.approvals.governed import (
    ContentTable,
    Hold,
    content_tables,
    filled_later,
    holds,
    refused_writes,
    sealed_tables,
    stepped_tables,
)

EVERY_ROW = "BEFORE INSERT OR UPDATE OR DELETE", "FOR EACH ROW"
EMPTYING = "BEFORE TRUNCATE", "FOR EACH STATEMENT"
CHANGING = "BEFORE UPDATE", "FOR EACH ROW"
CHANGING_AND_DELETING = "BEFORE UPDATE OR DELETE", "FOR EACH ROW"

FUNCTIONS = {
    "refuse(code text) RETURNS void": f"""
        BEGIN
            RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = '{PREFIX} ' || code;
        END""",
    "opened(of_family text, of_object bigint) RETURNS boolean": f"""
        BEGIN
            RETURN EXISTS (SELECT 1 FROM {OPENINGS} o JOIN {PERMITS} p ON p.id = o.permit_id
                WHERE o.family = of_family AND o.object_id = of_object AND o.txn = txid_current()
                AND p.went_live_at IS NOT NULL);
        END""",
    # Arguments: family, key, bookkeeping.
    "live() RETURNS trigger": """
        DECLARE
            before jsonb; after jsonb; kept text[] := TG_ARGV[2]::text[];
        BEGIN
            IF TG_OP = 'INSERT' THEN
                IF NEW.live THEN PERFORM guanwei_l1_refuse('born-live'); END IF;
                RETURN NEW;
            ELSIF TG_OP = 'DELETE' THEN
                IF OLD.live THEN PERFORM guanwei_l1_refuse('delete-live'); END IF;
                RETURN OLD;
            ELSIF NOT (OLD.live OR NEW.live) THEN
                RETURN NEW;
            END IF;
            before := to_jsonb(OLD); after := to_jsonb(NEW);
            IF before -> TG_ARGV[1] <> after -> TG_ARGV[1] THEN
                PERFORM guanwei_l1_refuse('key-moved');
            ELSIF NEW.live AND (NOT OLD.live OR before - kept <> after - kept)
                AND NOT guanwei_l1_opened(TG_ARGV[0], (after ->> TG_ARGV[1])::bigint) THEN
                PERFORM guanwei_l1_refuse('needs-opening');
            END IF;
            RETURN NEW;
        END""",
    # Arguments: family, key, bookkeeping, live table, its key, whether drafts are guarded too.
    "child() RETURNS trigger": """
        DECLARE
            before jsonb := '{}'; after jsonb := '{}'; kept text[] := TG_ARGV[2]::text[];
            owner bigint; is_live boolean;
        BEGIN
            IF TG_OP <> 'INSERT' THEN before := to_jsonb(OLD) - kept; END IF;
            IF TG_OP <> 'DELETE' THEN after := to_jsonb(NEW) - kept; END IF;
            IF before <> after THEN
                FOR owner IN SELECT DISTINCT each FROM unnest(ARRAY[
                    (before ->> TG_ARGV[1])::bigint, (after ->> TG_ARGV[1])::bigint
                ]) AS each WHERE each IS NOT NULL ORDER BY each LOOP
                    EXECUTE format('SELECT live FROM %I WHERE %I = $1 FOR SHARE', TG_ARGV[3], TG_ARGV[4])
                        INTO is_live USING owner;
                    IF (is_live OR TG_ARGV[5]::boolean) AND NOT guanwei_l1_opened(TG_ARGV[0], owner) THEN
                        PERFORM guanwei_l1_refuse('needs-opening');
                    END IF;
                END LOOP;
            END IF;
            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
            RETURN NEW;
        END""",
    "opening() RETURNS trigger": f"""
        BEGIN
            IF TG_OP = 'UPDATE' THEN PERFORM guanwei_l1_refuse('opening-fixed'); END IF;
            PERFORM 1 FROM {PERMITS} WHERE id = NEW.permit_id AND family = NEW.family
                AND object_id = NEW.object_id AND revoked_at IS NULL FOR UPDATE;
            IF NOT FOUND THEN PERFORM guanwei_l1_refuse('no-permit'); END IF;
            PERFORM 1 FROM {PERMITS} WHERE id = NEW.permit_id AND went_live_at IS NULL;
            IF NOT FOUND THEN PERFORM guanwei_l1_refuse('spent'); END IF;
            NEW.txn := txid_current();
            RETURN NEW;
        END""",
    # Arguments: the columns that stay.
    "permit() RETURNS trigger": f"""
        DECLARE
            each text;
        BEGIN
            IF TG_OP = 'DELETE' THEN PERFORM guanwei_l1_refuse('permit-fixed'); END IF;
            IF OLD.revoked_at IS NOT NULL AND OLD.revoked_at IS DISTINCT FROM NEW.revoked_at THEN
                PERFORM guanwei_l1_refuse('permit-fixed');
            END IF;
            IF OLD.went_live_at IS DISTINCT FROM NEW.went_live_at AND (OLD.went_live_at IS NOT NULL OR NOT EXISTS (
                SELECT 1 FROM {OPENINGS} WHERE permit_id = OLD.id AND txn = txid_current())) THEN
                PERFORM guanwei_l1_refuse('permit-fixed');
            END IF;
            FOREACH each IN ARRAY TG_ARGV[0]::text[] LOOP
                IF to_jsonb(OLD) -> each IS DISTINCT FROM to_jsonb(NEW) -> each THEN
                    PERFORM guanwei_l1_refuse('permit-fixed');
                END IF;
            END LOOP;
            RETURN NEW;
        END""",
    # Arguments: holding table, its object column, its lifted column or none, held key, held columns, code.
    "held() RETURNS trigger": """
        DECLARE
            holding text := format('SELECT EXISTS (SELECT 1 FROM %I WHERE %I = $1', TG_ARGV[0], TG_ARGV[1]);
            changed boolean := TG_OP = 'DELETE'; stands boolean; each text;
        BEGIN
            IF NOT changed THEN
                FOREACH each IN ARRAY TG_ARGV[4]::text[] LOOP
                    changed := changed OR to_jsonb(OLD) -> each IS DISTINCT FROM to_jsonb(NEW) -> each;
                END LOOP;
            END IF;
            IF changed THEN
                IF TG_ARGV[2] <> '' THEN holding := holding || format(' AND %I IS NULL', TG_ARGV[2]); END IF;
                EXECUTE holding || ')' INTO stands USING (to_jsonb(OLD) ->> TG_ARGV[3])::bigint;
                IF stands THEN PERFORM guanwei_l1_refuse(TG_ARGV[5]); END IF;
            END IF;
            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
            RETURN NEW;
        END""",
    # Arguments: the column, the steps that it may take.
    "step() RETURNS trigger": """
        DECLARE
            before text := to_jsonb(OLD) ->> TG_ARGV[0]; after text := to_jsonb(NEW) ->> TG_ARGV[0];
        BEGIN
            IF before IS DISTINCT FROM after AND NOT before || '>' || after = ANY (TG_ARGV[1]::text[]) THEN
                PERFORM guanwei_l1_refuse('wrong-step');
            END IF;
            RETURN NEW;
        END""",
    # Arguments: the columns that are written once, while all of them are empty.
    "once() RETURNS trigger": """
        DECLARE
            before jsonb := to_jsonb(OLD); later text[] := TG_ARGV[0]::text[]; each text;
        BEGIN
            IF TG_OP = 'DELETE' OR before - later <> to_jsonb(NEW) - later THEN
                PERFORM guanwei_l1_refuse('sealed');
            END IF;
            FOREACH each IN ARRAY later LOOP
                IF COALESCE(before ->> each, '') <> '' THEN PERFORM guanwei_l1_refuse('sealed'); END IF;
            END LOOP;
            RETURN NEW;
        END""",
    # Arguments: the code to refuse with.
    "never() RETURNS trigger": """
        BEGIN
            PERFORM guanwei_l1_refuse(TG_ARGV[0]);
            RETURN NULL;
        END""",
}

# (table, event) -> (moment, each, function, arguments)
Triggers = dict[tuple[str, str], tuple[str, str, str, list[str]]]


def _wanted() -> Triggers:
    wanted: Triggers = {}
    for table in content_tables():
        function = "live" if table.is_live_table else "child"
        wanted[table.table, "row"] = (*EVERY_ROW, function, _arguments(table))
        wanted[table.table, "truncate"] = (*EMPTYING, "never", ["emptied"])
    wanted[OPENINGS, "row"] = ("BEFORE INSERT OR UPDATE", "FOR EACH ROW", "opening", [])
    for closed, (code, verbs) in refused_writes().items():
        wanted[closed, "row"] = (f"BEFORE {' OR '.join(verbs).upper()}", "FOR EACH ROW", "never", [code])
    wanted[PERMITS, "row"] = ("BEFORE UPDATE OR DELETE", "FOR EACH ROW", "permit", [_array(PERMIT_SAYS)])
    wanted[PERMITS, "truncate"] = (*EMPTYING, "never", ["permit-fixed"])
    for sealed in sealed_tables():
        later = filled_later().get(sealed)
        refusing = ("once", [_array(later)]) if later else ("never", ["sealed"])
        wanted[sealed, "row"] = (*CHANGING_AND_DELETING, *refusing)
        wanted[sealed, "truncate"] = (*EMPTYING, "never", ["sealed"])
    for hold in holds():
        moment = CHANGING_AND_DELETING if hold.kept else CHANGING
        wanted[hold.held_table, f"held_by_{hold.table}"] = (*moment, "held", _hold_arguments(hold))
    for each in stepped_tables():
        wanted[each.table, "steps"] = (*CHANGING, "step", [each.column, _array(each.steps)])
    return wanted


def _array(columns: tuple[str, ...] | list[str]) -> str:
    return "{" + ",".join(columns) + "}"


def _arguments(table: ContentTable) -> list[str]:
    said = [table.family, table.key, _array(sorted(table.bookkeeping))]
    return said if table.is_live_table else [*said, table.live_table, table.live_key, str(table.always)]


def _hold_arguments(hold: Hold) -> list[str]:
    columns = _array((hold.held_key, *hold.held_columns))
    return [hold.table, hold.object_column, hold.lifted_column, hold.held_key, columns, hold.code]


def names() -> dict[str, str]:
    """Every trigger that must stand, with its table."""
    return {trigger_name(table, event): table for table, event in _wanted()}


def standing(connection: BaseDatabaseWrapper) -> dict[str, str]:
    """The gate's triggers that fire, with their tables. One that was disabled does not stand."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgname, relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid"
            " JOIN pg_namespace ON pg_namespace.oid = relnamespace WHERE nspname = current_schema()"
            " AND NOT tgisinternal AND tgenabled IN ('O', 'A') AND starts_with(tgname::text, 'guanwei_l1_')"
        )
        return dict(cursor.fetchall())


def drop(connection: BaseDatabaseWrapper) -> None:
    """Take every trigger of the gate away, disabled ones too."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgname, relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid"
            " JOIN pg_namespace ON pg_namespace.oid = relnamespace WHERE nspname = current_schema()"
            " AND NOT tgisinternal AND starts_with(tgname::text, 'guanwei_l1_')"
        )
        for name, table in cursor.fetchall():
            cursor.execute(f'DROP TRIGGER "{name}" ON "{table}"')


def make(connection: BaseDatabaseWrapper, tables: frozenset[str]) -> None:
    """Make the triggers of those ``tables`` that exist."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT quote_ident(current_schema())")
        schema = cursor.fetchone()[0]
        for signature, body in FUNCTIONS.items():
            cursor.execute(
                f"CREATE OR REPLACE FUNCTION guanwei_l1_{signature} LANGUAGE plpgsql"
                f" SET search_path = {schema}, pg_temp AS $gate${body}$gate$"
            )
        for (table, event), (moment, each, function, arguments) in _wanted().items():
            if table in tables:
                said = ", ".join(f"'{argument}'" for argument in arguments)
                cursor.execute(
                    f'CREATE TRIGGER "{trigger_name(table, event)}" {moment} ON "{table}" {each}'
                    f" EXECUTE FUNCTION guanwei_l1_{function}({said})"
                )
