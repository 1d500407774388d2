"""An emergency or a crime told by a citizen: once per text. Accounts take no reports, their editors pass them on.

Hearsay, questions about procedure, praise for the police and what is long over are none.
"""

from collections.abc import Iterable, Sequence

from guanwei.api.screenings import FindingType
from guanwei.screening.detectors.lexicon import emergencies as told
from guanwei.screening.engine.clauses import begin_of, end_of
from guanwei.screening.engine.hits import About, Hit
from guanwei.screening.engine.reading import Reading

TYPE = FindingType.POLICE_REPORT_INTENT
ANCHORS = told.ANCHORS
DIGITS = 0

CITIZENS = frozenset({"message", "comment"})
# Who tells more than so many crimes in a text reports none of them.
MOST = 200
SENTENCE = 90
# Around a sentence, what says whose story it is and whether it is over.
STORY = 160


def find(reading: Reading, anchors: Sequence[int], about: About) -> Iterable[Hit]:
    """The whole text, once."""
    if about.kind in CITIZENS and _tells(reading.plain, anchors[:MOST]):
        yield Hit(TYPE, 0, len(reading.text))


def _tells(plain: str, anchors: Sequence[int]) -> bool:
    beyond = 0
    for at in anchors:
        if at < beyond:
            continue
        start, beyond = begin_of(plain, at, reach=SENTENCE), end_of(plain, at, reach=SENTENCE) + 1
        if _reports(plain, start, beyond):
            return True
    return False


def _reports(plain: str, start: int, end: int) -> bool:
    """Whether the sentence tells what happened to its writer, or happens now."""
    said = plain[start:end]
    story = plain[max(0, start - STORY) : end + STORY]
    if not any(pattern.search(said) for pattern in told.TOLD) or told.FICTION.search(story):
        return False
    calls = told.CALLING.search(said) is not None
    mine = any(pattern.search(said) for pattern in told.MINED)
    supposed = told.IF if mine else told.SUPPOSED
    if told.CALM.search(said) or (supposed.search(said) and not calls):
        return False
    before = plain[max(0, start - 40) : end]
    if told.HEARSAY.search(before) or (not (mine or calls) and told.RUMOUR.search(before)):
        return False
    return (calls and told.ASKED_FOR.search(story) is not None) or not _is_over(said, story)


def _is_over(said: str, story: str) -> bool:
    """Whether it was long ago, or the police have seen to it; what happens now isn't over."""
    now = told.NOW.search(story) is not None
    settled = told.SETTLED.search(story) is not None
    past = told.OVER.search(said) is not None
    if told.PRAISED.search(story) and (settled or past or not now):
        return True
    return past or (settled and not now)
