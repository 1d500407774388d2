"""淮北公安: the police bureau's rules for its official accounts, read in the regulation's order.

``regulation`` sums up every article.
"""

from collections.abc import Iterable

from guanwei.api import RuleBook, hookimpl

from guanwei_huaibei_police import regulation

__version__ = "0.1.0"


@hookimpl
def plugin_label() -> str:
    """What the office reads."""
    return "淮北公安"


@hookimpl
def register_rule_books() -> Iterable[RuleBook]:
    """The regulation."""
    return (regulation.BOOK,)
