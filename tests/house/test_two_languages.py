"""The screens in use, read in Chinese and in English: no word of the one in the other."""

import gc
import re
from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from guanwei.testing.catalogues.catalogue import entries, place, read
from guanwei.testing.catalogues.chinese import LATIN, is_chinese
from guanwei.testing.catalogues.lookups import missing_lookups
from guanwei.testing.catalogues.screens import words_read
from guanwei.testing.scenes import County
from wagtail.users.models import UserProfile

from .screens import SCREENS, Scene, set_scene

# Wagtail leaves the files of its renditions to the garbage collector.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")

# Latin that a Chinese reader knows, or that stands in Wagtail's code and no catalogue.
KNOWN = {
    "URL",
    "English",  # a language, by its own name
    "Root",  # the title of the page above every site
    "Actions",  # a label for screen readers, fixed in Wagtail's template
    "Link text",  # a label that Wagtail's form takes from the name of its field
    "None",  # an empty filter's value in Wagtail's explorer
}
# Chinese in any language: the words of a rule book, and what was put on the record.
RECORDED = {
    "审核",  # a step of the county's route
    "发布",  # a step of the county's route
    "分管领导",  # a post of the county's book
    "乡镇人民政府",  # a kind of unit of the county's book, as the next three
    "街道办事处",
    "政府部门",
    "直属机构",
    "主题",  # a field of the county's portal articles
    "同意",  # an opinion, as signed
    "网站初建",  # the reason of the first permits
    "请取走发布包，在平台发布后填回公开地址。",  # what the worker noted with a delivery
}
# Digests, file names, sizes, addresses and the ids of rules: data, not words.
DATA = re.compile(r"[0-9a-f]{8,}…?|\S+\.(png|txt)|[\d.]+ (KB|MB)|https?://\S+|[a-z0-9_.:-]+( [\d.]+)?")


@pytest.fixture
def scene(county: County) -> Iterator[Scene]:
    yield set_scene(county)
    gc.collect()


def pages(scene: Scene, language: str) -> Iterator[tuple[str, str]]:
    """Each screen's name and HTML, as its person gets it. The portal speaks to citizens, in Chinese alone."""
    for person in scene.people.values():
        UserProfile.objects.update_or_create(user=person, defaults={"preferred_language": language})
    for name, (who, where) in SCREENS.items():
        if name.startswith("portal") and language != "zh-hans":
            continue
        client = Client(headers={"accept-language": language})
        if who:
            client.force_login(scene.people[who])
        answer = client.get(where(scene))
        assert answer.status_code == 200, name
        chooser = answer.headers["Content-Type"].startswith("application/json")
        yield name, answer.json().get("html", "") if chooser else answer.content.decode()


def read_where(scene: Scene, language: str, wrong: Callable[[str], bool]) -> dict[str, str]:
    """Words that are wrong in ``language``, with the first screen that shows them."""
    found: dict[str, str] = {}
    for name, html in pages(scene, language):
        for words in filter(wrong, words_read(html)):
            found.setdefault(words, name)
    return found


def is_foreign_to_chinese(words: str) -> bool:
    known = words in KNOWN or DATA.fullmatch(words)
    return bool(LATIN.search(words)) and not is_chinese(words) and not known


@pytest.mark.django_db
def test_every_screen_can_be_read_by_somebody_who_reads_chinese_alone(scene: Scene) -> None:
    with missing_lookups("zh-hans", is_foreign_to_chinese) as missing:
        found = read_where(scene, "zh-hans", is_foreign_to_chinese)
    assert (found, missing) == ({}, set())


@pytest.mark.django_db
def test_every_screen_can_be_read_by_somebody_who_reads_english_alone(scene: Scene) -> None:
    ours = {key.singular for key in entries(read(place("en"), "en")) if is_chinese(key.singular)}
    with missing_lookups("en", is_chinese) as missing:
        found = read_where(scene, "en", (ours - RECORDED).__contains__)
    assert (found, missing) == ({}, set())


@pytest.mark.django_db
def test_a_text_without_translation_is_noticed(county: County) -> None:
    from django.utils.translation import gettext, ngettext, override, pgettext

    with override("zh-hans"), missing_lookups("zh-hans", is_foreign_to_chinese) as missing:
        gettext("Password")
        gettext("Nobody ever asked for this")
        ngettext("one of a kind", "many of a kind", 2)
        pgettext("somewhere", "Said in its place")
    assert missing == {"Nobody ever asked for this", "one of a kind", "Said in its place"}
