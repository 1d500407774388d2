"""The texts through an engine: tallies by type, alarms in clean text, and each single mistake."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from guanwei.api.screenings import FindingType
from guanwei.screening.engine.hits import About, Hit
from guanwei.testing.bench.screening_quality.matching import matched
from guanwei.testing.bench.screening_quality.tally import Tally, macro_f1
from guanwei.testing.bench.screening_quality.texts import LabelledText

Screen = Callable[[str, About], Iterable[Hit]]


def _tallies() -> dict[str, Tally]:
    return {each: Tally() for each in FindingType}


@dataclass(slots=True)
class Measured:
    """``mistakes`` are lines for a person. ``clean_characters`` counts the texts with nothing to find."""

    tallies: dict[str, Tally] = field(default_factory=_tallies)
    genres: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    texts: int = 0
    clean_texts: int = 0
    clean_characters: int = 0
    clean_alarms: int = 0
    mistaken: int = 0
    mistakes: list[str] = field(default_factory=list)

    @property
    def macro_f1(self) -> float:
        """0 to 1, over all types."""
        return macro_f1(self.tallies.values())

    @property
    def alarms_per_10000(self) -> float:
        """False alarms in 10,000 characters of clean text."""
        return 10_000 * self.clean_alarms / self.clean_characters if self.clean_characters else 0.0


def measured(texts: Iterable[LabelledText], screen: Screen) -> Measured:
    """Screen each text with what is known of it."""
    so_far = Measured()
    for text in texts:
        _count(so_far, text, list(screen(text.text, text.about)))
    return so_far


def _count(so_far: Measured, text: LabelledText, hits: list[Hit]) -> None:
    result = matched(text.labels, hits)
    for label in result.found:
        so_far.tallies[label.type].found += 1
        so_far.genres[text.genre].found += 1
    for label in result.missed:
        so_far.tallies[label.type].missed += 1
        so_far.genres[text.genre].missed += 1
        so_far.mistakes.append(_told("missed", text, label.type, label.start, label.end))
    for hit in result.alarms:
        so_far.tallies[hit.type].alarms += 1
        so_far.genres[text.genre].alarms += 1
        where = "alarm in clean text" if text.clean else "alarm"
        so_far.mistakes.append(_told(where, text, hit.type, hit.start, hit.end))
    for hit in result.mistaken:
        so_far.mistakes.append(_told("taken for legitimate", text, hit.type, hit.start, hit.end))
    so_far.texts += 1
    so_far.mistaken += len(result.mistaken)
    if text.clean:
        so_far.clean_texts += 1
        so_far.clean_characters += len(text.text)
        so_far.clean_alarms += len(result.alarms)


def _told(what: str, text: LabelledText, kind: FindingType, start: int, end: int) -> str:
    """A mistake on one line, with the words it is about."""
    quote = text.text[start : min(end, start + 60)].replace("\n", " ")
    return f"{what}: {kind.value} in {text.id} ({text.genre}) at {start}-{end} “{quote}”"
