"""The hooks. Each is called once at start, must be pure, and returns frozen declarations.

A hook is added with the room that asks for it. Ids carry the plugin's name (``some-agency.first-review``).
"""

from collections.abc import Iterable

import pluggy

from guanwei.api.declarations import (
    ApprovalRoute,
    Body,
    Category,
    Channel,
    Check,
    Clause,
    Column,
    Confirmation,
    Dictionary,
    Field,
    Linkage,
    Mark,
    OfficialForm,
    PasswordPolicy,
    Register,
    Role,
    RuleBook,
    Screening,
    Theme,
    UnitKind,
)

PROJECT = "guanwei"
hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@hookspec
def plugin_label() -> str:
    """The plugin's name as an office reads it, for example ``某局新媒体规则``. Required."""


@hookspec
def register_rule_books() -> Iterable[RuleBook]:
    """The regulations that the plugin carries, with their articles summed up in own words."""


@hookspec
def register_roles() -> Iterable[Role]:
    """The posts that the regulation knows, and what holding one lets a person do."""


@hookspec
def register_categories() -> Iterable[Category]:
    """The content categories that an editor may choose from."""


@hookspec
def register_fields() -> Iterable[Field]:
    """Facts that an editor must state, and when each is required."""


@hookspec
def register_approval_routes() -> Iterable[ApprovalRoute]:
    """Chains of reviews, checks and the release, and to which manuscripts each applies."""


@hookspec
def register_linkages() -> Iterable[Linkage]:
    """Which goes first of a page and its posts."""


@hookspec
def register_forms() -> Iterable[OfficialForm]:
    """Official forms that the system fills and archives."""


@hookspec
def register_channels() -> Iterable[Channel]:
    """Ways out to a platform, with their limits."""


@hookspec
def register_themes() -> Iterable[Theme]:
    """Portal themes that the plugin carries."""


@hookspec
def register_password_policies() -> Iterable[PasswordPolicy]:
    """What the regulation asks of passwords: length, kinds of signs, age, no return of earlier ones."""


@hookspec
def register_clauses() -> Iterable[Clause]:
    """The ledger: every clause of the regulation. ``clauses_of(__name__)`` reads it from ``clauses.toml``."""


@hookspec
def register_checks() -> Iterable[Check]:
    """What an item must not be, should be looked at for, or is told: findings on its facts."""


@hookspec
def register_screenings() -> Iterable[Screening]:
    """What follows from each kind of thing that the check engine finds in a text."""


@hookspec
def register_dictionaries() -> Iterable[Dictionary]:
    """Lists of words: those that the regulation names, and those that it leaves to the agency to keep."""


@hookspec
def register_marks() -> Iterable[Mark]:
    """What a reviewer may mark an item with, which then holds it until the mark is lifted."""


@hookspec
def register_confirmations() -> Iterable[Confirmation]:
    """Who else must agree: the units and organs that an item concerns."""


@hookspec
def register_columns() -> Iterable[Column]:
    """The portal's columns as printed: who keeps each, who contributes, how it shows. Parents come first."""


@hookspec
def register_registers() -> Iterable[Register]:
    """Registers that the plugin keeps in tables of its own."""


@hookspec
def register_unit_kinds() -> Iterable[UnitKind]:
    """The kinds of units that the regulation binds."""


@hookspec
def register_bodies() -> Iterable[Body]:
    """Leading groups and offices, whose members sit by virtue of another post."""
