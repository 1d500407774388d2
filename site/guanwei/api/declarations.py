"""What a plugin may declare. Data where it can be data; behaviour only as pure functions of facts."""

from dataclasses import dataclass, field

from guanwei.api.bodies import Body, BodySeat, UnitKind
from guanwei.api.channels import Channel, Limits
from guanwei.api.checks import Check, Severity
from guanwei.api.clauses import Clause
from guanwei.api.columns import Column, ColumnService, Display
from guanwei.api.confirmations import Confirmation, Overdue
from guanwei.api.facts import Rule
from guanwei.api.fields import Category, Field, FieldType
from guanwei.api.forms import FormCell, FormSignature, OfficialForm
from guanwei.api.passwords import PasswordPolicy
from guanwei.api.registers import Register
from guanwei.api.roles import Duty, Role
from guanwei.api.routes import ApprovalRoute, Linkage, ReleaseOrder
from guanwei.api.rule_books import UNDATED, Article, Place, RuleBook
from guanwei.api.screenings import Dictionary, Mark, Screening
from guanwei.api.steps import ChecklistItem, Paper, Step, StepGroup, StepKind
from guanwei.api.themes import Theme

__all__ = [
    "UNDATED",
    "ApprovalRoute",
    "Article",
    "Body",
    "BodySeat",
    "Category",
    "Channel",
    "Check",
    "ChecklistItem",
    "Clause",
    "Column",
    "ColumnService",
    "Confirmation",
    "Declarations",
    "Dictionary",
    "Display",
    "Duty",
    "Field",
    "FieldType",
    "FormCell",
    "FormSignature",
    "Limits",
    "Linkage",
    "Mark",
    "OfficialForm",
    "Overdue",
    "Paper",
    "PasswordPolicy",
    "Place",
    "Register",
    "ReleaseOrder",
    "Role",
    "Rule",
    "RuleBook",
    "Screening",
    "Severity",
    "Step",
    "StepGroup",
    "StepKind",
    "Theme",
    "UnitKind",
]


@dataclass(frozen=True, slots=True)
class Declarations:
    """All that one plugin declares, by kind. Built by the registry from the hooks."""

    rule_books: tuple[RuleBook, ...] = ()
    roles: tuple[Role, ...] = ()
    categories: tuple[Category, ...] = ()
    fields: tuple[Field, ...] = ()
    routes: tuple[ApprovalRoute, ...] = ()
    linkages: tuple[Linkage, ...] = ()
    forms: tuple[OfficialForm, ...] = ()
    channels: tuple[Channel, ...] = ()
    themes: tuple[Theme, ...] = ()
    password_policies: tuple[PasswordPolicy, ...] = ()
    clauses: tuple[Clause, ...] = ()
    checks: tuple[Check, ...] = ()
    confirmations: tuple[Confirmation, ...] = ()
    columns: tuple[Column, ...] = ()
    registers: tuple[Register, ...] = ()
    unit_kinds: tuple[UnitKind, ...] = ()
    bodies: tuple[Body, ...] = ()
    screenings: tuple[Screening, ...] = ()
    dictionaries: tuple[Dictionary, ...] = ()
    marks: tuple[Mark, ...] = ()
    problems: tuple[str, ...] = field(default=())
