"""安康公安: the police bureau's notice on the content of its platforms, read in the notice's order.

``regulation`` sums up every article; ``people`` says who takes part.
"""

from collections.abc import Iterable

from guanwei.api import Clause, Role, RuleBook, UnitKind, clauses_of, hookimpl

from guanwei_ankang_police import people, regulation

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
