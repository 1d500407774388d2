"""What holds between plugins: ids are unique, and every role, route and step that is named exists."""

from collections.abc import Iterator

from guanwei.api import Declarations, Structure, Whose
from guanwei.registry import emergencies, sentences
from guanwei.registry.loaded import Loaded
from guanwei.registry.sources import COUNTY
from guanwei.registry.validation import CORE_FIELDS, HOOKS, parts


def refuse_duplicates(loaded: tuple[Loaded, ...]) -> tuple[Loaded, ...]:
    """Of two plugins with the same id the one later by name isn't loaded, whatever was installed first.

    The county's book comes before all: no package can take it out.
    """
    owners: dict[str, str] = {}
    kept = []
    for one in sorted(loaded, key=lambda item: (item.plugin.name != COUNTY, item.plugin.name)):
        ids = _ids(one.declarations)
        taken = next((part for part in sorted(ids) if part in owners), None)
        if taken is None:
            owners |= dict.fromkeys(ids, one.plugin.name)
            kept.append(one)
        else:
            kept.append(one.failed(sentences.id_of_two(taken, owners[taken], one.plugin.name)))
    return tuple(sorted(kept, key=lambda item: item.plugin.name))


def refuse_dangling(loaded: tuple[Loaded, ...]) -> tuple[Loaded, ...]:
    """Plugins that name what nobody declares aren't loaded; losing one may strand others, so repeat."""
    while True:
        known = {part for one in loaded for part in _ids(one.declarations)}
        checked = tuple(_resolved(one, known) for one in loaded)
        if checked == loaded:
            return loaded
        loaded = checked


def _resolved(one: Loaded, known: set[str]) -> Loaded:
    for owner, wanted in _references(one.declarations):
        if wanted not in known:
            return one.failed(sentences.dangling(one.plugin.name, owner, wanted))
    return one


def _references(declarations: Declarations) -> Iterator[tuple[str, str]]:
    """Pairs of an element's id and an id that it names."""
    for route in declarations.routes:
        for step in route.steps:
            yield step.id, step.role
            if step.paper is not None:
                yield step.id, step.paper.recorder
                yield step.id, step.paper.confirmer
            if step.whose is Whose.OVERSEER_OF_SUBJECT and step.subject not in CORE_FIELDS:
                yield step.id, step.subject
        yield from emergencies.roles_named(route)
    yield from _beside_routes(declarations)
    for form in declarations.forms:
        yield from ((form.id, route) for route in (form.route, *form.other_routes))
        for signature in form.signatures:
            yield form.id, signature.step


def _beside_routes(declarations: Declarations) -> Iterator[tuple[str, str]]:
    for check in declarations.checks:
        yield from ((check.id, role) for role in check.cleared_by)
    for screening in declarations.screenings:
        named = (*screening.cleared_by, *((screening.dictionary,) if screening.dictionary else ()))
        yield from ((screening.id, other) for other in named)
    for mark in declarations.marks:
        yield from ((mark.id, role) for role in (*mark.placed_by, *mark.lifted_by))
    for each in declarations.confirmations:
        overdue = (each.overdue.role,) if each.overdue is not None else ()
        yield from (
            (each.id, role) for role in (each.role, each.paper.recorder, each.paper.confirmer, *overdue)
        )
    for register in declarations.registers:
        yield from ((register.id, role) for role in register.kept_by)
    yield from ((field.id, field.register) for field in declarations.fields if field.register)
    for role in declarations.roles:
        yield from ((role.id, other) for other in (*role.apart_from, *_declared_kinds(role.unit_kinds)))
    for column in declarations.columns:
        yield from (
            (column.id, named) for named in (*column.staffed_by, *_declared_kinds(column.contributor_kinds))
        )
    for body in declarations.bodies:
        for seat in body.seats:
            yield from ((seat.id, other) for other in (*seat.held_by, *_declared_kinds(seat.unit_kinds)))
        if body.office_at:
            yield body.id, body.office_at


def _declared_kinds(unit_kinds: tuple[str, ...]) -> tuple[str, ...]:
    """Those that some plugin must declare; the tree's own structures are always there."""
    return tuple(each for each in unit_kinds if each not in set(Structure))


def _ids(declarations: Declarations) -> set[str]:
    """All ids of a plugin. Core facts are nobody's: several plugins may require the same one."""
    declared = (item for kind, _expected in HOOKS.values() for item in getattr(declarations, kind))
    return {part.id for item in declared for part in parts(item)} - CORE_FIELDS
