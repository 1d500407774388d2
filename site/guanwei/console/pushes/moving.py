"""The buttons of the composing screen: each gives the list in another state. Nothing is saved by them."""

from collections.abc import Sequence

from guanwei.publishing.queries.push_choices import Pick


def moved(picks: Sequence[Pick], verb: str, which: Pick | None) -> list[Pick]:
    """``picks`` after up, down, remove or add of ``which``. An act that makes no sense changes nothing."""
    found = list(dict.fromkeys(picks))
    if which is None:
        return found
    if verb == "add":
        return found if which in found else [*found, which]
    if which not in found:
        return found
    at = found.index(which)
    if verb == "remove":
        del found[at]
    to = at + {"up": -1, "down": 1}.get(verb, 0)
    if verb in ("up", "down") and 0 <= to < len(found):
        found[at], found[to] = found[to], found[at]
    return found
