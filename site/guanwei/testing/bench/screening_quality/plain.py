"""The yardstick: one plain regular expression for each thing to find, as anybody would write it first."""

import re
from collections.abc import Iterator

from guanwei.api.screenings import FindingType
from guanwei.screening.engine.hits import About, Hit

PATTERNS = {
    FindingType.ID_NUMBER: r"\d{17}[\dXx]",
    FindingType.MOBILE: r"1[3-9]\d{9}",
    FindingType.BANK_CARD: r"\d{16,19}",
    FindingType.HOME_ADDRESS: r"[\u4e00-\u9fff]{2,}[路街村]\d*号?.{0,12}[号室]",
    FindingType.SECRECY_MARK: r"绝密|机密|秘密",
    FindingType.AD_SUPERLATIVE: r"第一|最[佳好大低高]|国家级|顶级|唯一",
    FindingType.COMMERCIAL_AD: r"[^，。]*(?:优惠|特价|折)[^。]*",
    FindingType.EMPTY_TALK: r"高度重视|提高政治站位|狠抓落实|凝心聚力|压实责任",
    FindingType.LINK_DEAD: r"https?://[^\s，。；）]+",
    FindingType.WORDING: r"帐号|布署|截止目前|按装|再接再励",
}
EMERGENCY = re.compile("报警|救命|快来|出警")
SOURCE = re.compile("来源|转自|转载")
COMPILED = {kind: re.compile(pattern) for kind, pattern in PATTERNS.items()}


class Plain:
    """Regular expressions and ``in``, with the same questions to answer as the engine."""

    def __init__(self, terms: tuple[str, ...]) -> None:
        self.terms = re.compile("|".join(map(re.escape, terms)))

    def screen(self, text: str, about: About) -> Iterator[Hit]:
        """Hits by type, then by their place."""
        for kind, pattern in COMPILED.items():
            for match in pattern.finditer(text):
                yield Hit(kind, *match.span())
        for match in self.terms.finditer(text):
            yield Hit(FindingType.DICTIONARY_TERM, *match.span())
        yield from self._about(text, about)

    def _about(self, text: str, about: About) -> Iterator[Hit]:
        if about.kind in ("message", "comment") and EMERGENCY.search(text):
            yield Hit(FindingType.POLICE_REPORT_INTENT, 0, len(text))
        if about.kind == "repost" and not about.source_name and not SOURCE.search(text):
            yield Hit(FindingType.MISSING_SOURCE, 0, 0)
        if about.original_title and about.original_title != about.title:
            yield Hit(FindingType.TITLE_CHANGED, 0, 0)
        if about.limit and len(text) > about.limit:
            yield Hit(FindingType.CHANNEL_LIMIT, about.limit, len(text))
        places = [(text.find(leader.name), leader.name) for leader in about.leaders if leader.name in text]
        if places != sorted(places):
            yield Hit(FindingType.LEADER_ORDER, min(places)[0], max(places)[0] + len(max(places)[1]))
