"""淮北退役军人: the veterans' bureau's system for answering public opinion, read in the regulation's order.

``regulation`` sums up every article; ``people`` says who takes part.
"""

from collections.abc import Iterable

from guanwei.api import Body, Clause, Role, RuleBook, clauses_of, hookimpl

from guanwei_huaibei_veterans import people, regulation

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
