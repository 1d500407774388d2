"""A fixed list of words, and what of it stands in a text: quicker than one pattern, which tries word by word."""

from collections.abc import Iterable, Iterator


class Words:
    """Words of a few characters each; the list doesn't change."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = tuple(dict.fromkeys(words))
        self._known = frozenset(self._words)
        self._lengths = sorted({len(word) for word in self._words}, reverse=True)

    def __iter__(self) -> Iterator[str]:
        return iter(self._words)

    def at(self, plain: str, offset: int) -> str:
        """The longest of them that begins there; empty for none."""
        for length in self._lengths:
            word = plain[offset : offset + length]
            if word in self._known:
                return word
        return ""

    def any_in(self, around: str) -> bool:
        """Whether one of them stands in it."""
        return any(word in around for word in self._words)

    def of(self, around: str) -> list[str]:
        """Those that stand in it, each once."""
        return [word for word in self._words if word in around]
