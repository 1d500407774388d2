"""Where a rule comes from. Every rule, step, field and refusal carries at least one citation (law L3)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Citation:
    """One article of one published document.

    ``document`` is the title as published, without 《》; ``article`` is the printed locator, for
    example ``第十一条第二款``. ``clauses`` are the ids of the ledger that the element serves.
    """

    document: str
    article: str
    clauses: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"《{self.document}》{self.article}"
