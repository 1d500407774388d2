"""The county's own rule book (盐池县), declared through ``guanwei.api`` like any plugin and shipped with the core.

It reads like its regulation: which units it binds, who holds which post, what an item must state,
who signs and who must agree, what goes first, and the ways out that every office has.
"""

from guanwei.api import (
    ApprovalRoute,
    Category,
    Channel,
    Check,
    Clause,
    Confirmation,
    Dictionary,
    Field,
    Linkage,
    Mark,
    Role,
    RuleBook,
    Screening,
    UnitKind,
    clauses_of,
    hookimpl,
)
from guanwei.county import afterwards, content, linkage
from guanwei.county.agreeing import CONFIRMATIONS
from guanwei.county.articles import RULE_BOOK
from guanwei.county.channels import CHANNELS
from guanwei.county.content import CATEGORIES, FIELDS
from guanwei.county.linkage import LINKAGES
from guanwei.county.posts import ROLES
from guanwei.county.routes import ROUTES
from guanwei.county.screening import DICTIONARIES, MARKS, SCREENINGS
from guanwei.county.units import UNIT_KINDS


@hookimpl
def plugin_label() -> str:
    return "县级规定"


@hookimpl
def register_rule_books() -> tuple[RuleBook, ...]:
    return (RULE_BOOK,)


@hookimpl
def register_clauses() -> tuple[Clause, ...]:
    return clauses_of(__name__)


@hookimpl
def register_unit_kinds() -> tuple[UnitKind, ...]:
    return UNIT_KINDS


@hookimpl
def register_roles() -> tuple[Role, ...]:
    return ROLES


@hookimpl
def register_categories() -> tuple[Category, ...]:
    return CATEGORIES


@hookimpl
def register_fields() -> tuple[Field, ...]:
    return FIELDS


@hookimpl
def register_approval_routes() -> tuple[ApprovalRoute, ...]:
    return ROUTES


@hookimpl
def register_linkages() -> tuple[Linkage, ...]:
    return LINKAGES


@hookimpl
def register_channels() -> tuple[Channel, ...]:
    return CHANNELS


@hookimpl
def register_checks() -> tuple[Check, ...]:
    return (*content.CHECKS, *afterwards.CHECKS, *linkage.CHECKS)


@hookimpl
def register_screenings() -> tuple[Screening, ...]:
    return SCREENINGS


@hookimpl
def register_dictionaries() -> tuple[Dictionary, ...]:
    return DICTIONARIES


@hookimpl
def register_marks() -> tuple[Mark, ...]:
    return MARKS


@hookimpl
def register_confirmations() -> tuple[Confirmation, ...]:
    return CONFIRMATIONS
