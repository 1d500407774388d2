"""The texts on the screen as an item's facts, and the way back: from a place in the item to one on the screen."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from guanwei.accounts.models import Account, AccountKind
from guanwei.accounts.queries import text_limit_of
from guanwei.api import Span, VariantFacts
from guanwei.console.findings.live.on_screen import Typed

BODY, VARIANT = "body", "variant"


@dataclass(frozen=True, slots=True)
class Placed:
    """Characters ``start`` to ``end`` of the text on the screen that ``typed`` is."""

    typed: Typed
    start: int
    end: int


@dataclass(slots=True)
class Texts:
    """An item's texts. The blocks of a body are one text, as they will go out: words may cross them."""

    title: str = ""
    body: str = ""
    apology: str = ""
    variants: list[VariantFacts] = field(default_factory=list)
    _pieces: dict[str, list[tuple[int, Typed]]] = field(default_factory=dict)

    def place(self, span: Span) -> Placed | None:
        """Where it stands on the screen; of what runs on into the next block its beginning."""
        pieces = self._pieces.get(span.key)
        if not pieces:
            return None
        at = max(bisect_right(pieces, span.start, key=lambda piece: piece[0]) - 1, 0)
        begin, typed = pieces[at]
        size = len(typed.text)
        return Placed(typed, min(span.start - begin, size), min(span.end - begin, size))

    def _put(self, key: str, typed: Typed, begin: int = 0) -> str:
        self._pieces.setdefault(key, []).append((begin, typed))
        return typed.text

    def _put_block(self, typed: Typed) -> None:
        if typed.text:
            before = f"{self.body}\n" if self.body else ""
            self.body = before + self._put("text", typed, len(before))

    def _put_variant(self, parts: Mapping[str, Typed], account: Account | None) -> None:
        slug = account.slug if account else ""
        number = next(iter(parts.values())).number
        while any((each.account, each.number) == (slug, number) for each in self.variants):
            number += 1
        said = {name: self._put(f"{VARIANT}:{slug}:{number}:{name}", each) for name, each in parts.items()}
        self.variants.append(
            VariantFacts(
                slug,
                number,
                account.platform if account else "",
                said.get("title", ""),
                said.get("text", ""),
                account is not None and account.kind == AccountKind.LEADER,
                str(account or ""),
                text_limit_of(account) if account else 0,
            )
        )


def texts_on(typed: Iterable[Typed], accounts: Mapping[int, Account]) -> Texts:
    """The item's texts; ``accounts`` are those that the writer may know, by key."""
    found, variants = Texts(), dict[str, dict[str, Typed]]()
    for each in typed:
        what, *rest = each.key.split(":")
        if what == BODY:
            found._put_block(each)
        elif what == VARIANT:
            variants.setdefault(rest[0], {})[rest[1]] = each
        else:
            setattr(found, what, found._put(what, each))
    for parts in variants.values():
        key = next((each.account for each in parts.values() if each.account), 0)
        found._put_variant(parts, accounts.get(key))
    return found
