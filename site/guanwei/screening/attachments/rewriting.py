"""Puts an office file together again, with some parts changed and what tells of its makers left out."""

from collections.abc import Callable, Mapping
from posixpath import basename, dirname

from guanwei.screening.attachments import other
from guanwei.screening.attachments.archive import Archive, rewritten, target
from guanwei.screening.attachments.collecting import Collector
from guanwei.screening.attachments.markup import Element, attribute, local, written
from guanwei.screening.attachments.problems import ProblemCode, RemarkCode, Stopped
from guanwei.screening.attachments.units import Mask

Change = Callable[[Element], object]
# A picture of the first page, properties that programs add, and who has worked on the file.
TELLING = ("docprops/thumbnail", "docprops/custom.xml", "word/people.xml")
MAKERS = ("{*}creator", "{*}lastModifiedBy", "{*}Manager", "{*}Company")
PROPERTIES = frozenset({"coreProperties", "Properties"})
# Where a workbook lay on somebody's machine, and who had it open.
PATHS, PATH_KEYS = ("{*}absPath", "{*}fileSharing"), frozenset({"url", "userName"})
PERSON = {"displayName": "Author", "userId": "", "providerId": "None"}


def copied(
    packed: Archive,
    own: Mapping[str, Change],
    mask: Mask,
    collector: Collector,
    drop: Callable[[], list[str]],
) -> bytes:
    """``own`` changes parts that the kind of file knows, ``mask`` the words of all others.

    ``drop``, asked once the own parts are changed, names parts to leave out. Raises Stopped.
    """
    _refuse_carried(packed)
    changed: dict[str, bytes] = {}
    for name, change in own.items():
        changed.update(_changed(packed, name, change))
    dropped = [each for each in packed.names if each.lower().startswith(TELLING)] + drop()
    for name in packed.names:
        if other.is_markup(name) and name not in own and name not in dropped:
            changed.update(_changed(packed, name, _usual(name, dropped, mask)))
    collector.count(RemarkCode.PICTURES, sum(map(other.is_picture, packed.names)))
    return rewritten(packed, changed, dropped)


def _changed(packed: Archive, name: str, change: Change) -> dict[str, bytes]:
    """Nothing where the part stays: then it stays byte for byte."""
    root = other.part(packed, name)
    before = written(root)
    change(root)
    after = written(root)
    return {} if before == after else {name: after}


def _usual(name: str, dropped: list[str], mask: Mask) -> Change:
    def change(root: Element) -> None:
        for unit in other.units(root, other.place_of(name)):
            unit.mask(mask)
        forget_makers(root)
        _forget_parts(root, name, dropped)

    return change


def forget_makers(root: Element) -> None:
    """In place: who made the file, who keeps it, who wrote its notes."""
    if local(root) in PROPERTIES:
        for each in root.iter(*MAKERS):
            each.text = ""
    for each in root.iter("{*}person"):
        for key, nobody in PERSON.items():
            each.set(key, nobody)
    for each in root.iter(*PATHS):
        for key in PATH_KEYS & set(each.keys()):
            each.set(key, "")
    for each in root.iter("{*}author"):
        # Threads of comments are found by these.
        if local(root) == "comments" and not (each.text or "").startswith("tc="):
            each.text = PERSON["displayName"]


def _forget_parts(root: Element, name: str, dropped: list[str]) -> None:
    """Relations to parts that aren't there any more, and their sorts: programs call such a file broken."""
    source = f"{dirname(dirname(name))}/{basename(name).removesuffix('.rels')}".removeprefix("/")
    lower = {each.lower() for each in dropped}
    for each in list(root):
        said = attribute(each, "PartName").removeprefix("/")
        if local(each) == "Relationship" and attribute(each, "TargetMode") != "External":
            said = target(source, attribute(each, "Target"))
        if said.lower() in lower:
            root.remove(each)


def _refuse_carried(packed: Archive) -> None:
    """A file in the file can't be masked, and nobody would see it in the copy."""
    carried = [each for each in packed.names if other.is_carried(each)]
    if carried:
        raise Stopped(ProblemCode.EMBEDDED, count=len(carried), first=carried[0])
