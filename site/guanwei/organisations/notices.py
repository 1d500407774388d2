"""What is told and stops nothing. It is kept with the record that it is about."""

from dataclasses import asdict, dataclass
from typing import Any

from django.utils.translation import gettext as _

from guanwei.api import Citation


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence with the articles behind it."""

    sentence: str
    cites: tuple[Citation, ...] = ()

    def __str__(self) -> str:
        if not self.cites:
            return self.sentence
        cites = _("；").join(map(str, self.cites))
        return _("%(sentence)s（%(cites)s）") % {"sentence": self.sentence, "cites": cites}

    def kept(self) -> dict[str, Any]:
        """As JSON."""
        return asdict(self)


def read(kept: list[dict[str, Any]]) -> list[Notice]:
    """The notices of a record, as they were kept."""
    return [Notice(each["sentence"], tuple(_citation(cite) for cite in each["cites"])) for each in kept]


def _citation(kept: dict[str, Any]) -> Citation:
    return Citation(kept["document"], kept["article"], tuple(kept["clauses"]))
