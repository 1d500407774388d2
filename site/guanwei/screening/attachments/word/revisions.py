"""Accepts tracked changes. What a person deleted is not for the readers of a copy, nor who changed what."""

from guanwei.screening.attachments.markup import Element, key_of, local

DELETED = ("{*}del", "{*}moveFrom")
INSERTED = ("{*}ins", "{*}moveTo")
MARKS = (
    *("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblGridChange", "trPrChange", "tcPrChange"),
    *("tblPrExChange", "numberingChange", "cellIns", "cellDel", "cellMerge"),
    *("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"),
)
# Instead of who wrote a comment; Word's own inspector puts a word here as well, since one must stand here.
NOBODY = {"author": "Author", "initials": "A"}
PROPERTIES = frozenset({"rPr", "trPr"})


def accept(root: Element) -> None:
    """In place."""
    for each in list(root.iter(*DELETED)):
        if each.getparent() is not None:
            _delete(each)
    for each in list(root.iter(*INSERTED)):
        _unwrap(each)
    for each in list(root.iter(*(f"{{*}}{name}" for name in MARKS))):
        _remove(each)


def forget_authors(root: Element) -> None:
    """In place: comments stay, their writers' names don't."""
    for each in root.iter():
        for name, nobody in NOBODY.items():
            key = key_of(each, name)
            if key:
                each.set(key, nobody)


def _delete(mark: Element) -> None:
    """Deleted words go with their mark; a deleted row goes whole, a deleted paragraph where nothing is left in it."""
    holder = mark.getparent()
    _remove(mark)
    if local(holder) == "trPr":
        _remove(holder.getparent())
    elif local(holder) == "rPr" and local(holder.getparent()) == "pPr":
        _remove_empty(holder.getparent().getparent())


def _remove_empty(paragraph: Element) -> None:
    """Not the last of a cell, and none that ends a section: both must be there."""
    beside = paragraph.getparent()
    only = sum(local(each) == "p" for each in beside) < 2
    section = next(paragraph.iter("{*}sectPr"), None) is not None
    # Deleted words in it are still to go.
    words = any(each.text and not _in_deleted(each) for each in paragraph.iter("{*}t"))
    if not (only or section or words):
        _remove(paragraph)


def _in_deleted(element: Element) -> bool:
    return next(element.iterancestors(*DELETED), None) is not None


def _unwrap(mark: Element) -> None:
    holder = mark.getparent()
    if local(holder) not in PROPERTIES:
        at = holder.index(mark)
        for each in reversed(mark):
            holder.insert(at + 1, each)
    _remove(mark)


def _remove(element: Element) -> None:
    """A table without rows goes with its last one."""
    holder = element.getparent()
    if holder is None:
        return
    holder.remove(element)
    if local(element) == "tr" and not len(holder.findall("{*}tr")):
        _remove(holder)
