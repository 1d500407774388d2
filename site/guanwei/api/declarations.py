"""What a plugin may declare. Data where it can be data; behaviour only as pure functions of facts."""

from dataclasses import dataclass, field

from guanwei.api.channels import Channel, Limits
from guanwei.api.clauses import Clause
from guanwei.api.facts import Rule
from guanwei.api.fields import Category, Field, FieldType
from guanwei.api.forms import FormCell, FormSignature, OfficialForm
from guanwei.api.passwords import PasswordPolicy
from guanwei.api.roles import Duty, Role
from guanwei.api.routes import ApprovalRoute, Linkage, ReleaseOrder
from guanwei.api.rule_books import UNDATED, Article, Place, RuleBook
from guanwei.api.steps import ChecklistItem, Paper, Step, StepGroup, StepKind
from guanwei.api.themes import Theme

__all__ = [
    "UNDATED",
    "ApprovalRoute",
    "Article",
    "Category",
    "Channel",
    "ChecklistItem",
    "Clause",
    "Declarations",
    "Duty",
    "Field",
    "FieldType",
    "FormCell",
    "FormSignature",
    "Limits",
    "Linkage",
    "OfficialForm",
    "Paper",
    "PasswordPolicy",
    "Place",
    "ReleaseOrder",
    "Role",
    "Rule",
    "RuleBook",
    "Step",
    "StepGroup",
    "StepKind",
    "Theme",
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
    problems: tuple[str, ...] = field(default=())
