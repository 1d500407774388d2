"""Whether the application's own database role could take the gate away: owners drop triggers, nobody else does."""

import logging

from django.db import DEFAULT_DB_ALIAS, connections
from django.utils.translation import gettext as _

from guanwei.approvals.governed import content_tables

logger = logging.getLogger(__name__)

# Owner, member of the owner, or superuser: each may drop or disable a trigger of the table.
OWNED = """
    SELECT c.relname FROM pg_class c
    WHERE c.relkind IN ('r', 'p') AND c.oid = ANY(SELECT to_regclass(quote_ident(name)) FROM unnest(%s::text[]) AS name)
        AND pg_has_role(current_user, c.relowner, 'USAGE')
    ORDER BY c.relname
"""


def tables_owned(using: str = DEFAULT_DB_ALIAS) -> list[str]:
    """Content tables that the connection's role owns, in one query. SQLite has no roles: none."""
    connection = connections[using]
    if connection.vendor != "postgresql":
        return []
    with connection.cursor() as cursor:
        cursor.execute(OWNED, [[each.table for each in content_tables()]])
        return [row[0] for row in cursor.fetchall()]


def owner_warnings(using: str = DEFAULT_DB_ALIAS) -> list[str]:
    """A sentence when the application could take the gate away; empty when it could not. One query."""
    owned = tables_owned(using)
    if not owned:
        return []
    said = _(
        "数据库账号是内容表的所有者（%(count)d张），可以停用发布闸门；"
        "请数据库管理员按部署手册另建只能读写数据的账号，供系统平时使用。"
    )
    return [said % {"count": len(owned)}]


def warn_owner(using: str = DEFAULT_DB_ALIAS) -> None:
    """Put it into the log where a process starts. It serves all the same: an embedded database has one role."""
    for sentence in owner_warnings(using):
        logger.warning(sentence)
