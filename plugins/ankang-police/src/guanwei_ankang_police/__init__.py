"""安康公安: the police bureau's notice on the content of its platforms, read in the notice's order.

``regulation`` sums up every article; ``people`` says who takes part. ``columns`` are parts one and two, ``content``
what an editor states, ``pictures`` 三、2 on photographs, ``secrecy`` 三、5, ``reviews`` the ways of part three.
"""

from collections.abc import Iterable

from guanwei.api import (
    ApprovalRoute,
    Category,
    Check,
    Clause,
    Column,
    Field,
    Register,
    Role,
    RuleBook,
    Screening,
    UnitKind,
    clauses_of,
    hookimpl,
)

from guanwei_ankang_police import columns, content, people, pictures, press, regulation, reviews, secrecy

__version__ = "0.1.0"


@hookimpl
def plugin_label() -> str:
    """What the office reads."""
    return "安康公安"


@hookimpl
def register_rule_books() -> Iterable[RuleBook]:
    """The notice."""
    return (regulation.BOOK,)


@hookimpl
def register_clauses() -> Iterable[Clause]:
    """The regulation's clauses, one by one."""
    return clauses_of(__name__)


@hookimpl
def register_unit_kinds() -> Iterable[UnitKind]:
    """The header."""
    return people.UNIT_KINDS


@hookimpl
def register_roles() -> Iterable[Role]:
    """Part three."""
    return people.ROLES


@hookimpl
def register_columns() -> Iterable[Column]:
    """Parts one and two."""
    return columns.COLUMNS


@hookimpl
def register_categories() -> Iterable[Category]:
    """三、2 and 三、4."""
    return content.CATEGORIES


@hookimpl
def register_fields() -> Iterable[Field]:
    """三、2, 三、4 and 三、5."""
    return (*content.FIELDS, press.RELEASE, *secrecy.FIELDS)


@hookimpl
def register_checks() -> Iterable[Check]:
    """三、2 and 三、5."""
    return (*content.CHECKS, *pictures.CHECKS, *secrecy.CHECKS)


@hookimpl
def register_screenings() -> Iterable[Screening]:
    """三、5."""
    return secrecy.SCREENINGS


@hookimpl
def register_approval_routes() -> Iterable[ApprovalRoute]:
    """三、4, 三、5 and 三、8."""
    return reviews.ROUTES


@hookimpl
def register_registers() -> Iterable[Register]:
    """三、4 and 三、5."""
    return (press.RELEASES, secrecy.CASES)
