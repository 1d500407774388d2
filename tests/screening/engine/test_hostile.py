"""Megabytes of anything are read to their end in bounded memory, and nothing raises."""

import subprocess
import sys
from pathlib import Path

import guanwei
import pytest
from guanwei.api.screenings import FindingType
from guanwei.screening.engine import vocabulary
from guanwei.screening.engine.engine import Engine
from guanwei.screening.engine.terms import Term
from hypothesis import given
from hypothesis import strategies as st

SITE = Path(guanwei.__file__).resolve().parents[1]
MEGABYTES = 2
WORDS = ("网络赌博", "传销", "PC28", "11", "赌博平台", "aa", "AB贷")
ENGINE = Engine([Term(word, FindingType.DICTIONARY_TERM) for word in WORDS])
BARE = Engine([Term(word, FindingType.DICTIONARY_TERM) for word in WORDS], detectors=())
FLOODS: dict[str, str] = {
    "nul": "\0",
    "combining": "网" + "\u0301" * 999 + "络赌博",
    "right-to-left": "\u202e网\u202d络\u2066赌\u2069博",
    "emoji": "网😀络😀赌😀博😀",
    "zero width": "\u200b\u200d\ufeff",
    "words": "传销",
    "words apart": "传*销 ",
    "cut words": "网，络，赌，博，",
    "digits": "1",
    "digits apart": "138 0000 0000 ",
    "letters": "a",
    "tokens": "wldb ",
    "addresses": "http://a.cn/pc28?",
    "surrogates": "\ud800\udfff",
    "stops": "。",
    "lines": "\n",
    "warnings": "打击传销，加微信。",
    "prose": "各单位要压实责任，聚焦重点领域和薄弱环节，把隐患排查整治抓实抓细。",
}


def flood(piece: str) -> str:
    size = len(piece.encode("utf-8", "surrogatepass"))
    return piece * (MEGABYTES * 2**20 // size)


@given(
    st.text(st.one_of(st.characters(exclude_categories=()), st.sampled_from("网络赌博传销PC28ab1*，\u200b")))
)
def test_no_text_raises_and_every_hit_is_in_it(text: str) -> None:
    for hit in ENGINE.screen(text):
        assert 0 <= hit.start <= hit.end <= len(text)


@pytest.mark.parametrize("name", FLOODS)
def test_a_flood_is_read_to_its_end(name: str) -> None:
    assert len(BARE.screen(flood(FLOODS[name]))) <= vocabulary.MOST_FOUND


# One emoji makes Python keep four bytes for each character, and there are most characters in ASCII.
WORST = (
    "'\\U0001f600' + 'aa ' * (10 * 2**20 // 3)",
    "'传销' * (10 * 2**20 // 6)",
    "'13800000000 ' * (10 * 2**20 // 12)",
)
MEASURED = """
from pathlib import Path
from guanwei.api.screenings import FindingType
from guanwei.screening.engine.engine import Engine
from guanwei.screening.engine.terms import Term
text = {text}
hits = Engine([Term(word, FindingType.DICTIONARY_TERM) for word in ("aa", "传销")]).screen(text)
# Not ru_maxrss: a process keeps its parent's, and the parent is a whole test run.
peak = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
print(int(peak.split()[1]) // 1024)
"""


@pytest.mark.parametrize("text", WORST)
def test_ten_megabytes_are_read_in_bounded_memory(text: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", MEASURED.format(text=text)],
        env={"PYTHONPATH": str(SITE)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert int(done.stdout) < 500
