"""A unit keeps its word lists: who may, what a file may hold, and what each loading leaves behind."""

from datetime import date, timedelta

import pytest
from guanwei.api import FindingType
from guanwei.audit import clock
from guanwei.organisations.models import Person
from guanwei.screening.compiled import engine_for
from guanwei.screening.engine.dictionaries import Parsed
from guanwei.screening.models import Edition, WordList
from guanwei.screening.word_lists import Loaded, end_list, found_list, load_words, may_keep
from guanwei.testing.acts import no_refusals
from guanwei.testing.scenes import County, add_agency, add_person, put_in_post

pytestmark = pytest.mark.django_db
VALUES = {"name": "水利词表", "source": "局办公室", "in_force_from": date(2020, 1, 1)}


@pytest.fixture
def water_list(county: County) -> WordList:
    made, refusals = found_list(county.water.unit, county.people["administrator"], VALUES)
    no_refusals(refusals)
    assert made is not None
    return made


def load(county: County, word_list: WordList, data: bytes) -> Loaded:
    return load_words(word_list, data, county.people["administrator"])


def words_of(loaded: Loaded) -> list[str]:
    no_refusals(list(loaded.refusals))
    assert loaded.edition is not None
    return loaded.edition.words.split("\n")


def finds(county: County, text: str) -> list[tuple[FindingType, int, int]]:
    return [(each.type, each.start, each.end) for each in engine_for((), [county.water.section]).screen(text)]


def sentences(refused: list[object] | tuple[object, ...]) -> str:
    return " ".join(map(str, refused))


def administrator_of_water(county: County) -> Person:
    person = add_person("water-administrator", "水利局系统管理员")
    put_in_post(person, "county.administrator", county.water.unit)
    return person


def test_the_administrator_of_the_unit_or_of_one_above_keeps_its_lists(county: County) -> None:
    own = administrator_of_water(county)
    assert may_keep(own, county.water.unit)
    assert may_keep(own, county.water.section)
    assert may_keep(county.people["administrator"], county.water.section)
    assert not may_keep(own, county.unit)
    assert not may_keep(own, add_agency(county.unit, "清河县林业局", "forestry").unit)


@pytest.mark.parametrize("who", ["editor", "reviewer", "publisher", "leader", "auditor", "keeper", "root"])
def test_nobody_else_founds_loads_or_ends_a_list(county: County, water_list: WordList, who: str) -> None:
    people = {**county.people, **county.water.people}
    by = people.get(who) or add_person("root", "超级用户", is_superuser=True)
    made, refusals = found_list(county.water.unit, by, {**VALUES, "name": "另一份"})
    assert (made, bool(refusals)) == (None, True)
    loaded = load_words(water_list, "高度重视".encode(), by)
    assert (loaded.edition, "系统管理员" in sentences(loaded.refusals)) == (None, True)
    assert end_list(water_list, clock.today(), by, "不再使用")
    assert (WordList.objects.count(), Edition.objects.count()) == (1, 0)
    assert WordList.objects.get().in_force_until is None


def test_a_unit_has_no_two_lists_of_one_name_and_another_unit_may_have_it(
    county: County, water_list: WordList
) -> None:
    keeper = county.people["administrator"]
    made, refusals = found_list(county.water.unit, keeper, VALUES)
    assert (made, "同名" in sentences(refusals)) == (None, True)
    assert found_list(county.unit, keeper, VALUES)[1] == []


def test_founding_and_ending_stand_in_the_history_with_person_and_reason(
    county: County, water_list: WordList
) -> None:
    keeper = county.people["administrator"]
    no_refusals(end_list(water_list, clock.today(), keeper, "词表已并入县里的词表"))
    ended, founded = water_list.history.order_by("-history_id")
    assert (founded.history_user, founded.history_type) == (keeper, "+")
    assert (ended.history_user, ended.history_change_reason) == (keeper, "词表已并入县里的词表")
    assert ended.in_force_until == clock.today()


def test_twice_the_same_word_and_empty_lines_are_left_out(county: County, water_list: WordList) -> None:
    loaded = load(county, water_list, "刷单返利\n\n   \r\n# 说明\n刷单返利\n刷單返利\n套现\n字\n".encode())
    assert words_of(loaded) == ["刷单返利", "套现"]
    edition = Edition.objects.get()
    assert (edition.count, edition.number, edition.by) == (2, 1, county.people["administrator"])
    told = sentences(tuple(edition.remarks))
    assert "第5行" in told
    assert "第6行" in told
    assert "第8行" in told
    assert "第2行" not in told


def test_characters_of_regular_expressions_are_plain_text(county: County, water_list: WordList) -> None:
    words = ["刷.*利", "[套现]{2}", "返?利息"]
    assert words_of(load(county, water_list, "\n".join(words).encode())) == words
    assert finds(county, "刷单返利，套现，利息") == []
    assert finds(county, "说明刷.*利。") == [(FindingType.DICTIONARY_TERM, 2, 6)]


def test_a_line_with_nul_is_left_out_and_told(county: County, water_list: WordList) -> None:
    loaded = load(county, water_list, "刷单\x00返利\n套现\n".encode())
    assert words_of(loaded) == ["套现"]
    assert "第1行有读不出的字符" in Edition.objects.get().remarks[0]


def test_a_file_of_an_older_spreadsheet_is_read(county: County, water_list: WordList) -> None:
    assert words_of(load(county, water_list, "刷单返利\r\n镕基水库\r\n".encode("gb18030"))) == [
        "刷单返利",
        "镕基水库",
    ]


@pytest.mark.parametrize("data", [b"", b"\n\n", "# 只有说明\n".encode(), b"\xff\xfe\x00", b"\x00" * 5000])
def test_a_file_without_a_word_leaves_nothing(county: County, water_list: WordList, data: bytes) -> None:
    assert "没有可用的词" in sentences(load(county, water_list, data).refusals)
    assert not Edition.objects.exists()


def test_a_million_lines_are_bounded_and_the_rest_is_told(county: County, water_list: WordList) -> None:
    loaded = load(county, water_list, "\n".join(f"词{each:x}号" for each in range(1_000_000)).encode())
    assert len(words_of(loaded)) == 200_000
    remarks = Edition.objects.get().remarks
    assert len(remarks) < 110
    assert "200000" in remarks[-1]


def test_too_large_a_file_is_refused_unread(county: County, water_list: WordList) -> None:
    assert "20兆字节" in sentences(load(county, water_list, b"a" * (20 * 1024 * 1024 + 1)).refusals)


def test_the_same_words_again_are_no_new_edition(county: County, water_list: WordList) -> None:
    load(county, water_list, "刷单返利\n套现\n".encode())
    assert "第1版完全一样" in sentences(load(county, water_list, "\n刷单返利\r\n套现".encode()).refusals)
    assert words_of(load(county, water_list, "套现\n".encode())) == ["套现"]
    assert [each.number for each in Edition.objects.order_by("number")] == [1, 2]


def test_the_newest_edition_alone_is_looked_for(county: County, water_list: WordList) -> None:
    load(county, water_list, "刷单返利\n".encode())
    assert finds(county, "刷单返利")
    load(county, water_list, "套现\n".encode())
    assert finds(county, "刷单返利") == []
    assert finds(county, "套现")


def test_of_two_who_load_at_once_the_second_is_told(
    county: County, water_list: WordList, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper = county.people["administrator"]

    def overtaken(parsed: Parsed) -> list[str]:
        """Runs when the number is taken and nothing is written."""
        monkeypatch.undo()
        assert load_words(water_list, "套现\n".encode(), keeper).edition is not None
        return []

    monkeypatch.setattr("guanwei.screening.word_lists.remarks_of", overtaken)
    assert "刚有人载入" in sentences(load(county, water_list, "刷单返利\n".encode()).refusals)
    assert Edition.objects.get().words == "套现"
    again = load(county, water_list, "刷单返利\n".encode()).edition
    assert again is not None
    assert again.number == 2


def test_a_list_ends_on_its_day_and_is_not_ended_for_the_past_or_without_a_reason(
    county: County, water_list: WordList
) -> None:
    load(county, water_list, "刷单返利\n".encode())
    keeper, tomorrow = county.people["administrator"], clock.today() + timedelta(days=1)
    assert end_list(water_list, clock.today() - timedelta(days=1), keeper, "改用新表")
    assert end_list(water_list, tomorrow, keeper, "  ")
    no_refusals(end_list(water_list, tomorrow, keeper, "改用新表"))
    assert finds(county, "刷单返利")
    with clock.at(clock.now() + timedelta(days=1)):
        assert finds(county, "刷单返利") == []


def test_a_list_is_not_looked_for_before_its_first_day(county: County) -> None:
    tomorrow = clock.today() + timedelta(days=1)
    values = {**VALUES, "in_force_from": tomorrow}
    made, _none = found_list(county.unit, county.people["administrator"], values)
    assert made is not None
    load(county, made, "刷单返利\n".encode())
    assert finds(county, "刷单返利") == []
    with clock.at(clock.now() + timedelta(days=1)):
        assert finds(county, "刷单返利")


def test_a_list_counts_below_its_unit_and_nowhere_else(county: County, water_list: WordList) -> None:
    load(county, water_list, "刷单返利\n".encode())
    forestry = add_agency(county.unit, "清河县林业局", "forestry")
    assert finds(county, "刷单返利")
    assert engine_for((), [forestry.section]).screen("刷单返利") == []
