"""第十二条 and 第二十一条 on the words of an item: what blocks, what asks, what informs."""

import pytest
from guanwei.api import Refusal
from guanwei.approvals.models import Submission
from guanwei.publishing.models import Post, PostVariant
from guanwei.publishing.services import add_post, foresee, release, submit
from guanwei.screening.models import WordList
from guanwei.screening.word_lists import found_list, load_words
from guanwei.testing.acts import no_refusals, try_to_sign
from guanwei.testing.scenes import County

pytestmark = pytest.mark.django_db


def told(county: County, text: str, **fields: object) -> Post:
    water = county.water
    stated = {"title": "停水通知", "supplier": water.section, "manager": water.section}
    variant = PostVariant(account=water.weibo, text=text, with_link=False)
    return add_post(
        water.people["editor"], [variant], **(stated | {"category": "county.convenience"} | fields)
    )


def handed_in(county: County, text: str, **fields: object) -> tuple[Submission | None, list[Refusal]]:
    return submit(told(county, text, **fields), county.water.people["editor"])


def found(county: County, text: str, **fields: object) -> list[tuple[str, str]]:
    """Rule and severity of what is found before submitting."""
    post = told(county, text, **fields)
    seen = foresee(post, county.water.people["editor"])
    return [(each.finding.check, each.finding.severity.value) for each in seen.findings]


def keep(county: County, words: str, **values: object) -> WordList:
    keeper = county.people["administrator"]
    stated = {"name": "县里的词表", "source": "县政府办", "in_force_from": "2020-01-01"} | values
    kept, refusals = found_list(county.unit, keeper, stated)
    no_refusals(refusals)
    assert kept is not None
    no_refusals(list(load_words(kept, words.encode(), keeper).refusals))
    return kept


@pytest.mark.clause("YC-12.3")
def test_a_stiff_phrase_of_the_offices_list_is_told_and_stops_nothing(county: County) -> None:
    keep(county, "高度重视\n", finds="empty_talk", dictionary="county.stiff-phrases")
    submission, refusals = handed_in(county, "县里高度重视供水，今晚停水抢修。")
    no_refusals(refusals)
    assert submission is not None
    assert [each["check"] for each in submission.findings] == ["county.empty-talk"]
    kept = submission.findings[0]
    assert kept["severity"] == "info"
    assert kept["places"][0]["words"] == "高度重视"
    assert kept["cites"][0]["article"] == "第十二条"


@pytest.mark.clause("YC-12.5")
def test_a_text_longer_than_its_platform_takes_asks_for_a_reason(county: County) -> None:
    long = "今晚检修供水管网，请提前备水。" * 20
    submission, refusals = handed_in(county, long)
    assert submission is None
    assert [each.rule for each in refusals] == ["county.too-long"]
    assert "说明理由" in refusals[0].sentence
    assert not any(rule == "county.too-long" for rule, _severity in found(county, "今晚检修供水管网。"))


@pytest.mark.clause("YC-21.1")
@pytest.mark.parametrize("mark", ["机密★10年", "秘密★", "机 密 ★ 长期"])
def test_a_text_with_a_mark_of_classification_is_refused_and_nobody_lets_it_pass(
    county: County, mark: str
) -> None:
    submission, refusals = handed_in(county, f"{mark}\n供水管网布置图说明。")
    assert submission is None
    assert [each.rule for each in refusals] == ["county.secrecy-mark"]
    assert "放行" not in refusals[0].sentence


def test_a_listed_word_blocks_and_a_warning_of_it_asks_for_a_look(county: County) -> None:
    keep(county, "刷单返利\n")
    assert ("county.listed-word", "block") in found(county, "刷单返利，日赚三百，加微信报名。")
    assert found(county, "警惕刷单返利骗局，谨防上当受骗。") == [("county.listed-word", "look")]


def test_a_list_that_has_ended_finds_nothing(county: County) -> None:
    keep(county, "刷单返利\n", in_force_until="2020-02-01")
    # As an advertisement it is found all the same.
    assert found(county, "刷单返利，日赚三百，加微信报名。") == [("county.commercial-ad", "block")]


def test_an_allowed_longer_word_is_not_found(county: County) -> None:
    keep(county, "套现\n")
    keep(county, "配套现代化\n", name="放行", allows=True)
    assert found(county, "推进灌区配套现代化改造。") == []
    assert found(county, "代办信用卡套现。") != []


def test_numbers_of_people_stand_masked_in_the_record(county: County) -> None:
    post = told(county, "联系人身份证号 640323199001010018，请核对。")
    seen = foresee(post, county.water.people["editor"]).findings[0].finding
    assert seen.check == "county.id-number"
    assert "199001" not in str(seen)
    assert (seen.places[0].start, seen.places[0].end) == (8, 26)


@pytest.mark.clause("YC-N2.8")
def test_what_nobody_has_seen_through_for_secrets_is_not_published(county: County) -> None:
    submission, refusals = handed_in(county, "今晚停水，请提前备水。")
    no_refusals(refusals)
    assert submission is not None
    people = county.water.people
    step = submission.steps.get(position=0)
    boxes = [each["label"] for each in step.checklist if each["binding"]]
    refusals = try_to_sign(submission, people["reviewer"], checklist={})
    assert (bool(refusals), any("国家秘密" in each for each in boxes)) == (True, True)
    made, refusals = release(submission.pk, people["publisher"])
    assert made is None
    assert refusals


@pytest.mark.clause("YC-11.5")
def test_other_information_is_submitted_only_with_both_marks(county: County) -> None:
    def against(extra: dict[str, str]) -> list[str]:
        post = told(county, "图书馆闭馆一天。", category="county.other", extra=extra)
        return [each.rule for each in submit(post, county.water.people["editor"])[1]]

    assert against({}) == ["county.not_secret", "county.disclosable"]
    assert against({"county.not_secret": "yes"}) == ["county.disclosable"]
    assert against({"county.not_secret": "yes", "county.disclosable": "yes"}) == []


@pytest.mark.clause("YC-19.3")
@pytest.mark.parametrize("kind", ["original", "repost", "reply", "comment"])
def test_a_comment_or_a_repost_is_refused_for_what_refuses_a_post(county: County, kind: str) -> None:
    _made, refusals = handed_in(county, "机密★10年\n供水管网布置图。", kind=kind, source_name="某报")
    assert "county.secrecy-mark" in [each.rule for each in refusals]
