"""第十条: plain words, and more than words."""

from collections.abc import Callable
from typing import Any

import pytest
from guanwei.api import Decision, ManuscriptFacts, PictureFacts, VariantFacts
from guanwei.publishing.models import Post
from guanwei.publishing.services import foresee
from guanwei.screening.word_lists import found_list, load_words
from guanwei.testing.acts import no_refusals
from guanwei.testing.scenes import Agency, County

Item = Callable[..., ManuscriptFacts]
Decide = Callable[[ManuscriptFacts], Decision]
HINT = "luan-emergency.text-alone"


@pytest.mark.django_db
@pytest.mark.clause("LAE-10.2")
def test_a_listed_stock_phrase_asks_for_a_look(
    county: County, bureau: Agency, written: Callable[..., Post]
) -> None:
    keeper = county.people["administrator"]
    values = {
        "name": "套话",
        "source": "本局",
        "in_force_from": "2020-01-01",
        "finds": "empty_talk",
        "dictionary": "luan-emergency.stock-phrases",
    }
    kept, refusals = found_list(bureau.unit, keeper, values)
    no_refusals(refusals)
    assert kept is not None
    no_refusals(list(load_words(kept, "再上新台阶\n".encode(), keeper).refusals))
    seen = foresee(written(text="演练工作再上新台阶。"), bureau.people["officer"])
    assert ("luan-emergency.stock-phrase", "再上新台阶") in [
        (each.finding.check, place.words) for each in seen.findings for place in each.finding.places
    ]


def hints(decision: Decision) -> list[str]:
    return [each.check for each in decision.findings]


@pytest.mark.clause("LAE-10.3")
def test_an_item_of_text_alone_is_told_so(item: Item, decide: Decide) -> None:
    assert HINT in hints(decide(item()))


@pytest.mark.parametrize(
    "more",
    [
        {"pictures": (PictureFacts("值守现场"),)},
        {"videos": 1},
        {"text": "详情见 https://www.example.gov.cn/a.html"},
        {"variants": (VariantFacts("weibo", 1, "weibo", "", "注意安全🙏"),)},
    ],
)
def test_a_picture_a_video_a_link_or_a_sign_is_enough(
    item: Item, decide: Decide, more: dict[str, Any]
) -> None:
    assert HINT not in hints(decide(item(**more)))
