"""The application's own role on PostgreSQL, as docs/how-to/production.md makes it: it writes rows and owns nothing."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

ROLE = "guanwei_test_application"
GRANTS = (
    "GRANT USAGE ON SCHEMA public TO {role}",
    "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role}",
    "GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role}",
)


def make_role() -> None:
    """Inside the test's transaction: the role goes with it."""
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE ROLE {ROLE} NOLOGIN")
        for each in GRANTS:
            cursor.execute(each.format(role=ROLE))


@contextmanager
def as_application() -> Iterator[None]:
    """Everything inside runs with the role's rights alone."""
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL ROLE {ROLE}")
    yield
    # A failed statement takes the role back with its transaction.
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
