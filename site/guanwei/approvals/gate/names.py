"""Names of triggers and of the gate's own tables."""

from guanwei.approvals.models import Never, Opening, Permit

TRIGGER_PREFIX = "guanwei_l1_"
OPENINGS = Opening._meta.db_table
PERMITS = Permit._meta.db_table
NEVER = Never._meta.db_table

# What a permit says for good. Only its going live and its revocation are written later, each once.
PERMIT_SAYS = ("id", "family", "object_id", "digest", "parts", "snapshot_id", "submission_id", "issued_at")


def trigger_name(table: str, event: str) -> str:
    """``guanwei_l1_<table>_<event>``."""
    return f"{TRIGGER_PREFIX}{table}_{event}"
