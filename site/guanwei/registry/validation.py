"""What a plugin's declarations must satisfy by themselves. The first mistake is raised."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from guanwei.api import (
    ApprovalRoute,
    Body,
    Category,
    Channel,
    Check,
    Clause,
    Column,
    Confirmation,
    Declarations,
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
from guanwei.api.ledgers import CLAUSE_ID
from guanwei.registry import books, emergencies, sentences
from guanwei.registry.beside_routes import problem_beside_routes
from guanwei.registry.chains import problem_of
from guanwei.registry.elements import elements, served_by
from guanwei.registry.in_force import DATED
from guanwei.registry.shapes import misfit

HOOKS: dict[str, tuple[str, type]] = {
    "register_rule_books": ("rule_books", RuleBook),
    "register_roles": ("roles", Role),
    "register_categories": ("categories", Category),
    "register_fields": ("fields", Field),
    "register_approval_routes": ("routes", ApprovalRoute),
    "register_linkages": ("linkages", Linkage),
    "register_forms": ("forms", OfficialForm),
    "register_channels": ("channels", Channel),
    "register_themes": ("themes", Theme),
    "register_password_policies": ("password_policies", PasswordPolicy),
    "register_clauses": ("clauses", Clause),
    "register_checks": ("checks", Check),
    "register_screenings": ("screenings", Screening),
    "register_dictionaries": ("dictionaries", Dictionary),
    "register_marks": ("marks", Mark),
    "register_confirmations": ("confirmations", Confirmation),
    "register_columns": ("columns", Column),
    "register_registers": ("registers", Register),
    "register_unit_kinds": ("unit_kinds", UnitKind),
    "register_bodies": ("bodies", Body),
}
CORE_FIELDS = frozenset({"category", "source_name", "source_url", "permission", "original_title", "priority"})
"""Facts that every manuscript has: a field of this id makes one required, or has it asked, instead of adding one."""

NAME = re.compile(r"[a-z0-9]+([_-][a-z0-9]+)*")
TRANSPORT = re.compile(r"[A-Za-z_][\w.]*:[A-Za-z_]\w*")


class InvalidDeclarationError(Exception):
    """A declaration that can't be accepted; the message is a sentence for the plugin's author."""


def check_name(name: str) -> None:
    """A dot would make it unclear whose an id is."""
    if not NAME.fullmatch(name):
        raise InvalidDeclarationError(sentences.name_malformed(name))


def check_value(value: object, expected: type, where: str) -> None:
    """Exact type, all the way down."""
    problem = misfit(value, expected, where)
    if problem:
        raise InvalidDeclarationError(problem)


def check_declarations(plugin: str, declarations: Declarations) -> None:
    """Ids, citations, uniqueness and the few rules that types can't say."""
    for kind in HOOKS.values():
        declared = getattr(declarations, kind[0])
        _once([item.id for item in declared])
        for item in declared:
            _check_tree(plugin, item)
    _check_same_parts(declarations)
    _refuse(problem_beside_routes(declarations))
    for book in declarations.rule_books:
        problem = books.problem_of(book)
        if problem:
            raise InvalidDeclarationError(problem)
    _check_cited_clauses(declarations)
    # Such a plugin would never be asked, and its organisations would fall to a shorter route (law L6).
    if not declarations.rule_books and any(getattr(declarations, kind) for kind in DATED):
        raise InvalidDeclarationError(sentences.rules_without_book())


def _check_cited_clauses(declarations: Declarations) -> None:
    """A citation names clauses of its own plugin's ledger."""
    ledger = {clause.id for clause in declarations.clauses}
    for name, element in elements(declarations):
        for unknown in sorted(served_by(element) - ledger):
            raise InvalidDeclarationError(sentences.clause_unknown(name, unknown))


def parts(item: Any) -> Iterator[Any]:
    """The item and everything below it that has an id: a route's steps, a step's checklist."""
    yield item
    for attribute in fields(item):
        value = getattr(item, attribute.name)
        if isinstance(value, tuple):
            for below in value:
                if hasattr(below, "id"):
                    yield from parts(below)
        elif is_dataclass(value) and hasattr(value, "id"):
            yield from parts(value)


def _check_tree(plugin: str, item: Any) -> None:
    for part in parts(item):
        _check_id(plugin, part)
        if getattr(part, "cites", None) == ():
            raise InvalidDeclarationError(sentences.uncited(part.id))
    if isinstance(item, Role) and 0 < item.per_unit[1] < item.per_unit[0]:
        raise InvalidDeclarationError(sentences.more_least_than_most(item.id))
    if isinstance(item, Field) and not item.sentence.strip():
        raise InvalidDeclarationError(sentences.field_without_sentence(item.id))
    if isinstance(item, Channel) and item.transport and not TRANSPORT.fullmatch(item.transport):
        raise InvalidDeclarationError(sentences.transport_malformed(item.id, item.transport))
    if isinstance(item, PasswordPolicy) and not _possible(item):
        raise InvalidDeclarationError(sentences.policy_out_of_bounds(item.id))
    if isinstance(item, ApprovalRoute):
        _check_route(item)


def _possible(policy: PasswordPolicy) -> bool:
    """Bounds within which a person can still choose a password; there are three classes of signs."""
    return (
        0 <= policy.min_length <= 64
        and 1 <= policy.classes <= 3
        and 0 <= policy.max_age_months <= 120
        and 0 <= policy.history <= 24
    )


def _check_id(plugin: str, part: Any) -> None:
    if isinstance(part, Channel) and part.id.strip():
        return
    if isinstance(part, Field) and part.id in CORE_FIELDS:
        return
    if isinstance(part, Clause):
        _check_clause(part)
        return
    prefix = f"{plugin}."
    if not part.id.startswith(prefix) or part.id == prefix:
        raise InvalidDeclarationError(sentences.id_without_prefix(part.id, prefix))


def _check_clause(clause: Clause) -> None:
    """A ledger's ids are those of its regulation: unique over all plugins, without a plugin's name."""
    if not CLAUSE_ID.fullmatch(clause.id):
        raise InvalidDeclarationError(sentences.clause_malformed(clause.id))


def _check_route(route: ApprovalRoute) -> None:
    if not route.steps:
        raise InvalidDeclarationError(sentences.route_without_steps(route.id))
    _once([step.id for step in route.steps])
    for step in route.steps:
        _once([item.id for item in step.checklist])
    _refuse(problem_of(route) or emergencies.problem_of(route))


def _refuse(problem: str) -> None:
    """Raises where there is a problem."""
    if problem:
        raise InvalidDeclarationError(problem)


def _check_same_parts(declarations: Declarations) -> None:
    """Two routes may share a step; two different steps may not share an id."""
    seen: dict[str, Any] = {}
    for route in declarations.routes:
        for part in parts(route):
            if seen.setdefault(part.id, part) != part:
                raise InvalidDeclarationError(sentences.id_twice(part.id))


def _once(ids: list[str]) -> None:
    for one in ids:
        if ids.count(one) > 1:
            raise InvalidDeclarationError(sentences.id_twice(one))
