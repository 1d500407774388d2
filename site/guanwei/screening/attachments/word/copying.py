"""The masked copy of a docx."""

from guanwei.screening.attachments.archive import Archive
from guanwei.screening.attachments.collecting import Collector
from guanwei.screening.attachments.markup import Element
from guanwei.screening.attachments.places import Where
from guanwei.screening.attachments.problems import RemarkCode
from guanwei.screening.attachments.rewriting import Change, copied
from guanwei.screening.attachments.units import Mask
from guanwei.screening.attachments.word.reading import parts, units
from guanwei.screening.attachments.word.revisions import accept, forget_authors


def copy(packed: Archive, mask: Mask, collector: Collector) -> bytes:
    """Styles, pictures and layout stay; tracked changes are accepted, comments lose their writers. Raises Stopped."""
    own = {name: _change(outer, mask, collector) for name, outer in parts(packed)}
    return copied(packed, own, mask, collector, list)


def _change(outer: Where, mask: Mask, collector: Collector) -> Change:
    def change(root: Element) -> None:
        accept(root)
        forget_authors(root)
        for unit in units(root, outer):
            unit.mask(mask)
        collector.count(RemarkCode.COMMENTS, sum(1 for _each in root.iter("{*}comment")))

    return change
