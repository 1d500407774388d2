"""The product's tables as they stand after an act, in one question: nine of them would take longer than the act."""

# ruff: noqa: S608 (the names are this file's own, no value comes from outside)

from typing import Any

from django.db import connection

OF_POSTS = "WHERE family = 'post' AND object_id >= %s"
ASKED = {
    "live": "SELECT 'live', id, id, title, category, supplier_id || ':' || manager_id "
    "FROM publishing_post WHERE live AND id >= %s",
    "text": "SELECT 'text', post_id, number, text, '', '' FROM publishing_postvariant WHERE post_id >= %s",
    "try": f"SELECT 'try', object_id, id, state, CAST(position AS text), '' FROM approvals_submission {OF_POSTS}",
    "permit": "SELECT 'permit', object_id, id, digest, COALESCE(CAST(revoked_at AS text), ''), "
    f"COALESCE(CAST(went_live_at AS text), '') FROM approvals_permit {OF_POSTS}",
    "release": f"SELECT 'release', object_id, id, state, '', '' FROM publishing_release {OF_POSTS}",
    "opening": "SELECT 'opening', id, id, '', '', '' FROM approvals_opening WHERE id >= 0 * %s",
    "sign-off": "SELECT 'sign-off', 0, max(id), '', '', '' FROM approvals_signoff WHERE id >= 0 * %s",
}
WHOLE = " UNION ALL ".join(ASKED.values())
Row = tuple[Any, ...]


class Tables:
    """Rows by table and, where they belong to a post, by post; each without its key, in order of it."""

    def __init__(self, first_post: int) -> None:
        self.rows: dict[tuple[str, int], list[Row]] = {}
        with connection.cursor() as cursor:
            cursor.execute(WHOLE, [first_post] * len(ASKED))
            for table, post, key, *said in sorted(cursor.fetchall(), key=lambda row: row[2] or 0):
                self.rows.setdefault((table, post), []).append((key, *said))

    def of(self, table: str, post: int) -> list[Row]:
        return self.rows.get((table, post), [])

    def all(self, table: str) -> list[tuple[int, Row]]:
        """With the post that each belongs to."""
        return [(post, row) for (each, post), rows in self.rows.items() if each == table for row in rows]

    def newest(self, table: str) -> int:
        """The highest key; 0 where there is none."""
        return max((row[0] or 0 for _post, row in self.all(table)), default=0)
