"""淮北退役军人: the veterans' bureau's system for answering public opinion, read in the regulation's order.

``regulation`` sums up every article.
"""

from collections.abc import Iterable

from guanwei.api import RuleBook, hookimpl

from guanwei_huaibei_veterans import regulation

__version__ = "0.1.0"


@hookimpl
def plugin_label() -> str:
    """What the office reads."""
    return "淮北退役军人"


@hookimpl
def register_rule_books() -> Iterable[RuleBook]:
    """The regulation."""
    return (regulation.BOOK,)
