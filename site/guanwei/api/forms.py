"""Printed forms of an office, filled from the record."""

from dataclasses import dataclass

from guanwei.api.citations import Citation


@dataclass(frozen=True, slots=True)
class FormCell:
    """One printed field. ``value`` names a fact of the item or of a sign-off: see docs/reference/forms.md.

    ``cites`` is for a field that the regulation asks for by itself; else the form's citations stand for it.
    """

    label: str
    value: str
    choices: tuple[tuple[str, str], ...] = ()
    may_be_empty: bool = False
    cites: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class FormSignature:
    """A signed opinion: the ``step`` whose sign-offs fill it."""

    label: str
    step: str
    cites: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class OfficialForm:
    """A printed form: header cells, one row per item, signatures, note. One sheet per day and managing unit.

    ``title`` may leave room for the name of the agency that uses the form: ``{agency}``.
    ``least_rows`` is how many rows the print has; fewer items leave blank ones. Items of ``other_routes``,
    which have the steps that sign, stand on the same sheet.
    """

    id: str
    title: str
    cites: tuple[Citation, ...]
    route: str
    header: tuple[FormCell, ...]
    row: tuple[FormCell, ...]
    signatures: tuple[FormSignature, ...]
    note: str = ""
    least_rows: int = 1
    other_routes: tuple[str, ...] = ()
