"""What stands after the last article or part: contacts, issuer, date, list of annexes."""

from guanwei.regulations.passages import Block, Passage
from guanwei.regulations.splitting.labels import (
    ANNEX_LIST,
    ARTICLE,
    CHAPTER,
    CONTACT,
    DAY,
    ISSUER,
    ITEM,
    LOST_DAY,
    PART,
    PUBLICITY,
)

CONTACTS = "联系方式"
FOOT = "落款"
ANNEXES = "附件目录"
LABELS = (CHAPTER, ARTICLE, PART, ITEM)
SIGNED = (DAY, LOST_DAY, PUBLICITY, CONTACT, ISSUER)


def split_off_end(document: str, lines: list[str]) -> tuple[list[str], list[Passage]]:
    """The body, and the ending as passages. Contacts are kept apart: they are nobody's to show in public."""
    at = len(lines)
    while at and _is_ending(lines[at - 1]):
        at -= 1
    sorted_out: dict[str, list[Block]] = {CONTACTS: [], FOOT: [], ANNEXES: []}
    for line in lines[at:]:
        key = ANNEXES if ANNEX_LIST.match(line) else CONTACTS if CONTACT.match(line) else FOOT
        sorted_out[key].append(Block("", line))
    passages = [Passage(document, key, key, tuple(blocks)) for key, blocks in sorted_out.items() if blocks]
    return lines[:at], passages


def _is_ending(line: str) -> bool:
    if any(pattern.match(line) for pattern in LABELS):
        return False
    return bool(ANNEX_LIST.match(line)) or any(pattern.match(line) for pattern in SIGNED)
