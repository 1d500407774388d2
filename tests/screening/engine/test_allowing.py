"""What is allowed, and which of several words stands."""

from guanwei.api.screenings import FindingType
from guanwei.screening.engine.terms import Term


def test_the_longest_word_stands(found) -> None:
    assert found("校园贷款诈骗", "校园贷", "校园贷款", "贷款诈骗") == ["校园贷款"]


def test_a_word_inside_an_allowed_one_is_not_told(found) -> None:
    assert found("组织、领导传销活动罪与传销", "传销", "+领导传销活动罪") == ["传销"]


def test_an_allowed_word_itself_is_not_told(found) -> None:
    assert found("传销", "传销", "+传销") == []


def test_a_longer_word_that_holds_an_allowed_one_is_told(found) -> None:
    assert found("网络传销组织", "网络传销组织", "传销", "+传销") == ["网络传销组织"]


def test_a_word_that_reaches_out_of_an_allowed_one_is_told(found) -> None:
    assert found("反传销售", "传销售", "+反传销") == ["传销售"]


def test_an_allowed_word_that_goes_into_another_clause_allows_nothing(found) -> None:
    assert found("反，传销", "传销", "+反传销") == ["传销"]


def test_allowing_is_of_one_type(hits) -> None:
    allowed = Term("传销", FindingType.WORDING, allow=True)
    assert [each.term for each in hits("传销", "传销", allowed)] == ["传销"]


def test_each_list_tells_its_own(hits) -> None:
    ours = Term("网络传销", FindingType.DICTIONARY_TERM, dictionary="本局")
    theirs = Term("传销", FindingType.DICTIONARY_TERM, dictionary="全县")
    assert [(each.term, each.dictionary) for each in hits("网络传销", ours, theirs)] == [
        ("网络传销", "本局"),
        ("传销", "全县"),
    ]


def test_a_word_listed_twice_is_told_once(found) -> None:
    assert found("传销", "传销", "传 销", "傳銷") == ["传销"]
