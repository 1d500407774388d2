"""淮北公安: the police bureau's rules for its official accounts, read in the regulation's order.

``regulation`` sums up every article; ``people`` says who takes part.
"""

from collections.abc import Iterable

from guanwei.api import Body, Role, RuleBook, UnitKind, hookimpl

from guanwei_huaibei_police import people, regulation

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
