"""淮北公安: the police bureau's rules for its official accounts, read in the regulation's order.

``regulation`` sums up every article; ``people`` says who takes part; ``content`` is what an editor states,
``reviews`` the courses of 第七条至第十条, ``linkage`` what speaks first.
"""

from collections.abc import Iterable

from guanwei.api import (
    ApprovalRoute,
    Body,
    Check,
    Clause,
    Field,
    Linkage,
    Role,
    RuleBook,
    UnitKind,
    clauses_of,
    hookimpl,
)

from guanwei_huaibei_police import content, linkage, people, regulation, reviews

__version__ = "0.1.0"


@hookimpl
def plugin_label() -> str:
    """What the office reads."""
    return "淮北公安"


@hookimpl
def register_rule_books() -> Iterable[RuleBook]:
    """The regulation."""
    return (regulation.BOOK,)


@hookimpl
def register_unit_kinds() -> Iterable[UnitKind]:
    """第三条."""
    return people.UNIT_KINDS


@hookimpl
def register_roles() -> Iterable[Role]:
    """第三条、第六条 and the posts that the ways of publishing name."""
    return people.ROLES


@hookimpl
def register_bodies() -> Iterable[Body]:
    """第三条."""
    return people.BODIES


@hookimpl
def register_fields() -> Iterable[Field]:
    """第七条至第十条."""
    return content.FIELDS


@hookimpl
def register_approval_routes() -> Iterable[ApprovalRoute]:
    """第八条、第九条、第十条."""
    return reviews.ROUTES


@hookimpl
def register_checks() -> Iterable[Check]:
    """第七条."""
    return content.CHECKS


@hookimpl
def register_linkages() -> Iterable[Linkage]:
    """第七条."""
    return (linkage.ACCOUNTS_FIRST,)


@hookimpl
def register_clauses() -> Iterable[Clause]:
    """The ledger."""
    return clauses_of(__name__)
