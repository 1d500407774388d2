"""On which line of a TOML file a key stands: ``tomllib`` doesn't say."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

Path = tuple[str | int, ...]
"""Keys and, below an array of tables, places: ``("clause", 3, "room")``."""

HEADER = re.compile(r"\s*(\[\[?)([^\[\]]+)\]\]?\s*(#.*)?")
KEY = re.compile(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""", re.ASCII)
PART = re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""", re.ASCII)
# Brackets open and close inside a value; strings and comments hide them.
TOKEN = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}|'
    + r"'''[\s\S]*?'{3,5}|"
    + r""""(?:\\.|[^"\\\n])*"|'[^'\n]*'|#[^\n]*|[\[\]{}]|\n""",
    re.DOTALL,
)


@dataclass
class _Place:
    """Where the scanner stands: the table that was opened last, and how often each array's was."""

    table: Path = ()
    opened: dict[Path, int] = field(default_factory=dict)

    def open(self, bracket: str, keys: list[str]) -> None:
        path: Path = ()
        for each in keys[:-1]:
            path = self._below((*path, each))
        last = (*path, keys[-1])
        if bracket == "[[":
            self.opened[last] = self.opened.get(last, -1) + 1
        self.table = self._below(last) if bracket == "[[" else last

    def _below(self, path: Path) -> Path:
        return (*path, self.opened[path]) if path in self.opened else path


def lines_of(text: str) -> dict[Path, int]:
    """The line, counted from 1, of every table and key of a valid file. What stands inside a value has none."""
    found: dict[Path, int] = {}
    place = _Place()
    for number, line in _statements(text):
        header = HEADER.fullmatch(line)
        if header:
            place.open(header[1], _keys(header[2]))
            found.setdefault(place.table, number)
        elif key := KEY.match(line):
            found[(*place.table, *_keys(key[1]))] = number
    return found


def _keys(dotted: str) -> list[str]:
    return [each.strip("\"'") for each in PART.findall(dotted)]


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """Lines on which something begins: not those inside a string or an array of several lines."""
    text = text.replace("\r\n", "\n") + "\n"
    depth, number, begins = 0, 1, 0
    for token in TOKEN.finditer(text):
        said = token[0]
        if said in "[{":
            depth += 1
        elif said in "]}":
            depth -= 1
        elif said == "\n" and depth == 0:
            yield number, text[begins : token.start()].split("\n")[0]
            number, begins = text.count("\n", 0, token.end()) + 1, token.end()
