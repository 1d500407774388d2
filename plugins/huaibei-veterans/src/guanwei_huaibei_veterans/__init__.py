"""淮北退役军人: the veterans' bureau's system for answering public opinion, read in the regulation's order.

``regulation`` sums up every article; ``people`` says who takes part, ``speaking`` is 第十一条 and 第十四条.
"""

from collections.abc import Iterable

from guanwei.api import (
    Body,
    Check,
    Clause,
    Confirmation,
    Field,
    Role,
    RuleBook,
    clauses_of,
    hookimpl,
)

from guanwei_huaibei_veterans import people, regulation, speaking

__version__ = "0.1.0"


@hookimpl
def plugin_label() -> str:
    """What the office reads."""
    return "淮北退役军人"


@hookimpl
def register_rule_books() -> Iterable[RuleBook]:
    """The regulation."""
    return (regulation.BOOK,)


@hookimpl
def register_clauses() -> Iterable[Clause]:
    """The regulation's clauses, one by one."""
    return clauses_of(__name__)


@hookimpl
def register_roles() -> Iterable[Role]:
    """第三条、第六条、第十二条、第十三条."""
    return people.ROLES


@hookimpl
def register_bodies() -> Iterable[Body]:
    """第六条、第十三条."""
    return people.BODIES


@hookimpl
def register_fields() -> Iterable[Field]:
    """第十一条、第十四条."""
    return speaking.FIELDS


@hookimpl
def register_checks() -> Iterable[Check]:
    """第十一条."""
    return speaking.CHECKS


@hookimpl
def register_confirmations() -> Iterable[Confirmation]:
    """第十一条."""
    return speaking.CONFIRMATIONS
