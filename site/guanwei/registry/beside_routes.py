"""What checks, screenings, confirmations, columns and registers may declare, beyond what types can say."""

import re
from collections.abc import Iterable, Iterator

from guanwei.api import (
    Check,
    Column,
    Confirmation,
    Declarations,
    Dictionary,
    Field,
    FieldType,
    FindingType,
    Register,
    Screening,
    Severity,
    Whose,
)
from guanwei.api.confirmations import LONGEST_HOURS
from guanwei.registry import sentences

MODEL = re.compile(r"[a-z_][a-z0-9_]*\.[A-Za-z]\w*")
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LISTED = frozenset({FindingType.DICTIONARY_TERM, FindingType.EMPTY_TALK, FindingType.WORDING})
"""What lists of words may be about."""
LONGEST_TERM = 100
FOR_CONFIRMATIONS = frozenset({Whose.CONCERNED, Whose.OVERSEER_OF_SUBJECT})


def problem_beside_routes(declared: Declarations) -> str:
    """The first mistake, as a clause; empty when there is none."""
    return next(_problems(declared), "")


def problem_of_registers(registers: Iterable[Register], package: str) -> str:
    """A register of somebody else's table would open it to this plugin's posts; two of one would contradict."""
    taken: set[str] = set()
    for each in registers:
        if each.model.partition(".")[0] != package:
            return sentences.model_of_others(each.id, each.model, package)
        if each.model.lower() in taken:
            return sentences.model_twice(each.id, each.model)
        taken.add(each.model.lower())
    return ""


def _problems(declared: Declarations) -> Iterator[str]:
    for check in declared.checks:
        yield from _of_check(check)
    for screening in declared.screenings:
        yield from _of_check(screening)
        if screening.at_entry and not _closes_the_door(screening):
            yield sentences.entry_with_a_way_out(screening.id)
        if screening.dictionary and screening.finds not in LISTED:
            yield sentences.dictionary_of_no_use(screening.id, screening.finds.value)
    for dictionary in declared.dictionaries:
        yield from _of_dictionary(dictionary)
    for mark in declared.marks:
        if not mark.sentence.strip():
            yield sentences.check_without_sentence(mark.id)
    for confirmation in declared.confirmations:
        yield from _of_confirmation(confirmation)
    for field in declared.fields:
        yield from _of_field(field)
    for register in declared.registers:
        yield from _of_register(register)
    yield from _of_columns(declared.columns)
    for route in declared.routes:
        for step in route.steps:
            if step.whose is Whose.CONCERNED:
                yield sentences.concerned_in_a_route(step.id)


def _closes_the_door(screening: Screening) -> bool:
    """At entry nobody can give a reason and no rule is asked yet."""
    plain = screening.applies is None and not screening.cleared_by and not screening.dictionary
    return plain and screening.severity is Severity.BLOCK


def _of_check(check: Check | Screening) -> Iterator[str]:
    if not check.sentence.strip():
        yield sentences.check_without_sentence(check.id)
    if check.cleared_by and check.severity is not Severity.BLOCK:
        yield sentences.cleared_without_block(check.id)


def _of_dictionary(dictionary: Dictionary) -> Iterator[str]:
    if dictionary.finds not in LISTED:
        yield sentences.dictionary_of_no_use(dictionary.id, dictionary.finds.value)
    for term in dictionary.terms:
        if not 2 <= len(term.partition("\t")[0].strip()) <= LONGEST_TERM:
            yield sentences.term_out_of_range(dictionary.id, term[:20], LONGEST_TERM)


def _of_confirmation(confirmation: Confirmation) -> Iterator[str]:
    hours, overdue = confirmation.within_hours, confirmation.overdue
    if not 0 <= hours <= LONGEST_HOURS or not 0 <= confirmation.reminds_hours <= hours:
        yield sentences.confirmation_out_of_range(confirmation.id, LONGEST_HOURS)
    if overdue is not None and not (hours and 0 <= overdue.hours_before <= hours):
        yield sentences.overdue_without_deadline(confirmation.id)
    if overdue is not None and (not overdue.cites or overdue.whose in FOR_CONFIRMATIONS):
        yield sentences.overdue_by_nobody(confirmation.id)


def _of_field(field: Field) -> Iterator[str]:
    if (field.type is FieldType.ENTRY) != bool(field.register):
        yield sentences.entry_without_register(field.id)


def _of_register(register: Register) -> Iterator[str]:
    if not MODEL.fullmatch(register.model):
        yield sentences.model_malformed(register.id, register.model)
    if not register.columns or not register.kept_by:
        yield sentences.register_of_nobody(register.id)


def _of_columns(columns: tuple[Column, ...]) -> Iterator[str]:
    known: dict[str, Column] = {}
    addresses: set[tuple[str, str]] = set()
    for column in columns:
        if not SLUG.fullmatch(column.slug) or (column.parent, column.slug) in addresses:
            yield sentences.column_address(column.id, column.slug)
        if column.parent and column.parent not in known:
            yield sentences.column_before_parent(column.id, column.parent)
        if not column.lead and (column.co_owners or column.platform):
            yield sentences.column_without_lead(column.id)
        known[column.id] = column
        addresses.add((column.parent, column.slug))
