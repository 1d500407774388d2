"""Takes passages and remarks while a file is read, and ends the reading at its limits."""

from collections import Counter
from collections.abc import Callable

from guanwei.screening.attachments.limits import Limits
from guanwei.screening.attachments.passages import Passage
from guanwei.screening.attachments.places import Place
from guanwei.screening.attachments.problems import ProblemCode, Remark, RemarkCode, Stopped


class Collector:
    """``hand_on`` gets each passage as it is found."""

    def __init__(self, limits: Limits, hand_on: Callable[[Passage], None]) -> None:
        self.limits = limits
        self.remarks: list[Remark] = []
        self._hand_on = hand_on
        self._characters = self._passages = 0
        self._counts: Counter[RemarkCode] = Counter()

    def take(self, place: Place, text: str) -> None:
        """Raises Stopped at the limits; what still fits is taken."""
        if not text or text.isspace():
            return
        left = self.limits.characters - self._characters
        if self._passages >= self.limits.passages or left <= 0:
            self.end()
        self._hand_on(Passage(place, text[:left]))
        self._passages += 1
        self._characters += min(left, len(text))
        if len(text) > left:
            self.end()

    def end(self) -> None:
        """The rest isn't read. Raises Stopped."""
        raise Stopped(ProblemCode.TRUNCATED, characters=self._characters)

    def remark(self, code: RemarkCode, **params: int | str) -> None:
        """Once per file."""
        self.remarks.append(Remark(code, params))

    def count(self, code: RemarkCode, more: int = 1) -> None:
        """For a remark that says how many of something there are."""
        self._counts[code] += more

    def all_remarks(self) -> list[Remark]:
        """In the order of their codes, so that equal files give equal remarks."""
        counted = [Remark(code, {"count": number}) for code, number in self._counts.items() if number]
        return sorted([*self.remarks, *counted], key=lambda each: list(RemarkCode).index(each.code))
