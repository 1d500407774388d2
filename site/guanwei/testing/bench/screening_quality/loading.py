"""The labelled texts of ``tests/screening/quality/texts``: one TOML file for each genre."""

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from guanwei.api.screenings import FindingType
from guanwei.screening.engine.hits import About, Leader
from guanwei.testing.bench.screening_quality.texts import Label, LabelledText, Where

IN_A_CHECKOUT = Path(__file__).parents[5] / "tests" / "screening" / "quality"
TEXT_KEYS = frozenset({"id", "text", "alike", "findings", "kind", "leaders", "dead_links"})
ABOUT_KEYS = frozenset({"title", "original_title", "source_name", "source_url", "limit"})
LABEL_KEYS = frozenset({"type", "quote", "occurrence", "times", "where", "legitimate"})


def texts_in(folder: Path) -> list[LabelledText]:
    """All texts of a folder, by file. A label that doesn't fit its text is a ``ValueError``."""
    return [each for file in sorted(folder.glob("*.toml")) for each in _texts_of(file)]


def terms_in(file: Path) -> tuple[str, ...]:
    """The dictionary that goes with the texts: a term a line."""
    return tuple(line for line in file.read_text("utf-8").splitlines() if line)


def _texts_of(file: Path) -> Iterable[LabelledText]:
    data = tomllib.loads(file.read_text("utf-8"))
    for row in data["texts"]:
        try:
            yield _text(row, data["genre"])
        except (KeyError, ValueError) as error:
            raise ValueError(f"{file.name}, {row.get('id')}: {error}") from error


def _text(row: dict[str, Any], genre: str) -> LabelledText:
    _only(row, TEXT_KEYS | ABOUT_KEYS)
    leaders = tuple(Leader(each["name"], tuple(each["offices"])) for each in row.get("leaders", ()))
    about = About(
        kind=row.get("kind", "original"),
        leaders=leaders,
        dead_links=frozenset(row.get("dead_links", ())),
        **{key: row[key] for key in ABOUT_KEYS & row.keys()},
    )
    labels = tuple(_label(each, row["text"]) for each in row.get("findings", ()))
    return LabelledText(row["id"], genre, row["text"], about, labels, row.get("alike", ""))


def _label(row: dict[str, Any], text: str) -> Label:
    _only(row, LABEL_KEYS)
    where = Where(row.get("where", Where.QUOTE))
    start, end = _span(row, text, where)
    return Label(FindingType(row["type"]), start, end, where, row.get("legitimate", False))


def _span(row: dict[str, Any], text: str, where: Where) -> tuple[int, int]:
    if where in (Where.QUOTE, Where.TOUCHING):
        return _quoted(text, row["quote"], row.get("occurrence", 1), row.get("times", 1))
    return (0, 0) if where is Where.START else (0, len(text))


def _quoted(text: str, quote: str, occurrence: int, times: int) -> tuple[int, int]:
    if not quote:
        raise ValueError("an empty quote")
    found = [start for start in range(len(text)) if text.startswith(quote, start)]
    if len(found) != times:
        raise ValueError(f"“{quote}” stands {len(found)} times in the text, not {times}")
    if not 1 <= occurrence <= times:
        raise ValueError(f"“{quote}” has no occurrence {occurrence}")
    return found[occurrence - 1], found[occurrence - 1] + len(quote)


def _only(row: dict[str, Any], known: frozenset[str]) -> None:
    if unknown := row.keys() - known:
        raise ValueError(f"unknown: {', '.join(sorted(unknown))}")
