"""六安应急: the bureau's rules for its official accounts, read in the regulation's order.

``regulation`` sums up every article; ``people`` is 第六、七、十一条, ``duties`` 第二章首条 and 第七条, ``content`` and
``sources`` 第九条, ``style`` 第十条, ``reviews`` 第十、十一条 with the supervision chapter, ``bottom_lines``,
``privacy`` and ``coordination`` 第五章首条 with 第十五条3) and 第十六条, ``security`` the second of chapter five,
``paper`` the annex.
"""

from collections.abc import Iterable

from guanwei.api import (
    ApprovalRoute,
    Category,
    Check,
    Clause,
    Confirmation,
    Dictionary,
    Field,
    Mark,
    OfficialForm,
    PasswordPolicy,
    Register,
    Role,
    RuleBook,
    Screening,
    clauses_of,
    hookimpl,
)

from guanwei_luan_emergency import (
    bottom_lines,
    content,
    coordination,
    duties,
    paper,
    people,
    privacy,
    regulation,
    reviews,
    security,
    sources,
    style,
)

__version__ = "0.1.0"


@hookimpl
def plugin_label() -> str:
    """What the office reads."""
    return "六安应急"


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
    """第六条、第七条、第十一条."""
    return people.ROLES


@hookimpl
def register_categories() -> Iterable[Category]:
    """第九条第一款."""
    return content.CATEGORIES


@hookimpl
def register_fields() -> Iterable[Field]:
    """第二章首条、第九条、第五章首条3)、第十五条3), and the line of the approval form that 第十一条第二款 asks for."""
    first = (*duties.FIELDS, *content.FIELDS, *sources.FIELDS)
    return (*first, *privacy.FIELDS, *coordination.FIELDS, *paper.FIELDS)


@hookimpl
def register_approval_routes() -> Iterable[ApprovalRoute]:
    """第十一条 with 第十五条2)."""
    return reviews.ROUTES


@hookimpl
def register_registers() -> Iterable[Register]:
    """第九条第二款: the list of sources."""
    return (sources.SOURCES,)


@hookimpl
def register_checks() -> Iterable[Check]:
    """第二章首条、第七条, 第九条第二款: reposts from outside the list, others' pictures, and 第十条."""
    return (*duties.CHECKS, *sources.CHECKS, *style.CHECKS)


@hookimpl
def register_screenings() -> Iterable[Screening]:
    """第十条, 第五章首条1) and 3)."""
    return (*style.SCREENINGS, *bottom_lines.SCREENINGS, *privacy.SCREENINGS)


@hookimpl
def register_dictionaries() -> Iterable[Dictionary]:
    """第十条, 第五章首条1): the bureau keeps the words."""
    return (*style.DICTIONARIES, *bottom_lines.DICTIONARIES)


@hookimpl
def register_marks() -> Iterable[Mark]:
    """第五章首条1)、第十六条."""
    return bottom_lines.MARKS


@hookimpl
def register_confirmations() -> Iterable[Confirmation]:
    """第五章首条3)."""
    return coordination.CONFIRMATIONS


@hookimpl
def register_forms() -> Iterable[OfficialForm]:
    """The annex."""
    return (paper.APPROVAL_FORM,)


@hookimpl
def register_password_policies() -> Iterable[PasswordPolicy]:
    """The second article of chapter five."""
    return (security.PASSWORDS,)
