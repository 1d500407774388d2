"""Registers that a plugin keeps in tables of its own (台账): what they are, who keeps them, what rules read."""

from dataclasses import dataclass

from guanwei.api.citations import Citation


@dataclass(frozen=True, slots=True)
class Register:
    """A list of entries with history, closed to organisations for which the plugin isn't active.

    ``model`` is ``app_label.ModelName`` of a model of the plugin's application on the base that
    ``guanwei.registers`` gives. ``columns`` are its attributes as the list shows them; ``facts`` those that
    rules read of an entry that a manuscript's field names. ``kept_by`` are roles that may write in it.
    """

    id: str
    label: str
    cites: tuple[Citation, ...]
    model: str
    columns: tuple[str, ...]
    kept_by: tuple[str, ...]
    facts: tuple[str, ...] = ()
