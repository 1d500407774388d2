"""Every word of the interface has its English, and nothing in the catalogues is left over."""

import pytest
from babel.messages.catalog import Catalog
from guanwei.testing.catalogues.catalogue import (
    entries,
    faults_in_english,
    is_translated,
    merged,
    place,
    read,
    write,
)
from guanwei.testing.catalogues.chinese import is_chinese, placeholders
from guanwei.testing.catalogues.extracting import Key, extracted, of_python, of_template
from guanwei.testing.catalogues.frameworks import framework_texts, untranslated_scripts
from guanwei.testing.catalogues.literals import (
    in_python,
    in_script,
    in_template,
    literals_outside_gettext,
    translated_at_import,
)
from guanwei.testing.catalogues.sources import interface, named

# Where Chinese is the content itself, not the interface.
CONTENT = {
    "site/guanwei/publishing/forms/document.py": "the printed form, filled in Chinese whoever looks",
    "site/guanwei/publishing/forms/printing.py": "the printed form",
    "site/guanwei/publishing/forms/values.py": "the printed form",
    "site/guanwei/publishing/importing/decoding.py": "tells Chinese text from other bytes",
    "site/guanwei/publishing/importing/document.py": "reads the marks of Chinese documents",
    "site/guanwei/console/editor/forms/entries.py": "an entry's number in its brackets: what stands in the field",
    "site/guanwei/console/static/console/entries.js": "the same brackets",
    "site/guanwei/delivery/rendering/bodies.py": "what the public reads on a platform",
    "site/guanwei/delivery/recorder/page.py": "the trial platform's own page",
    "site/guanwei/console/command.py": "speaks before Django, and so a catalogue, is there",
    "themes/county/src/guanwei_theme_county/__init__.py": "a declaration, like a rule book's",
}
BRAND = "官微"


def test_every_text_of_the_sources_is_in_the_english_catalogue_and_nothing_else_is() -> None:
    asked = {key for key in extracted() if is_chinese(key.singular)}
    held = set(entries(read(place("en"), "en")))
    assert {key.singular for key in asked - held} == set(), "run `make catalogues` and translate"
    assert {key.singular for key in held - asked} == set(), "run `make catalogues`"


def test_every_entry_is_translated_in_english_with_the_same_blanks() -> None:
    catalogue = read(place("en"), "en")
    faults = {key.singular: faults_in_english(message) for key, message in entries(catalogue).items()}
    assert {text: found for text, found in faults.items() if found} == {}
    assert not catalogue.obsolete


@pytest.mark.parametrize(
    "strings",
    [("", ""), ("三项", "%(n)d items"), ("%(n)d item", "items"), ("one item", "%(m)d items")],
)
def test_a_faulty_translation_is_found(strings: tuple[str, str]) -> None:
    catalogue = Catalog(locale="en", fuzzy=False)
    message = catalogue.add(("%(n)d 项", "%(n)d 项"), strings)
    assert faults_in_english(message)


def test_a_fuzzy_translation_is_found() -> None:
    message = Catalog(locale="en").add("项", "item", flags=["fuzzy"])
    assert faults_in_english(message) == ["marked fuzzy"]


def test_the_texts_of_python_and_templates_are_found_in_every_form() -> None:
    source = '_("一" "二")\nngettext_lazy("件", "各件", n)\npgettext("月", "三")\n"没有"'
    assert of_python(source) == [Key(None, "一二", None), Key(None, "件", "各件"), Key("月", "三", None)]
    template = """{# 注 #}{% if x %}
        {% translate "是" as yes %}{{ y|default:_("否") }}
      {% endif %}{% blocktranslate with n=x %}第 {{ n }} 页{% endblocktranslate %}"""
    assert [key.singular for key in of_template(template)] == ["是", "否", "第 %(n)s 页"]


def test_merging_keeps_translations_and_drops_what_is_no_longer_said(tmp_path) -> None:
    old = Catalog(locale="en", fuzzy=False)
    old.add("新", "New")
    old.add("旧", "Old")
    catalogue = merged(old, [Key(None, "新", None), Key(None, "加", None)], "en")
    write(catalogue, tmp_path / "one.po")
    write(merged(read(tmp_path / "one.po", "en"), entries(catalogue), "en"), tmp_path / "two.po")
    written = (tmp_path / "one.po").read_text(encoding="utf-8")
    assert 'msgid "新"\nmsgstr "New"' in written
    assert 'msgid "加"\nmsgstr ""' in written
    assert "旧" not in written
    assert "Date" not in written
    assert (tmp_path / "two.po").read_text(encoding="utf-8") == written


@pytest.mark.parametrize("domain", ["django", "djangojs"])
def test_the_frameworks_gaps_are_in_chinese_with_the_same_blanks(domain: str) -> None:
    held = entries(read(place("zh_Hans", domain), "zh_Hans"))
    assert held
    left = {key.singular for key, message in held.items() if not is_translated(message)}
    strange = {
        key.singular
        for key, message in held.items()
        if placeholders(key.plural or key.singular) != placeholders("".join(message.string))
    }
    assert (left, strange) == (set(), set())
    assert {key.singular for key in held} <= {key.singular for key in framework_texts(domain)}


def test_the_editors_scripts_speak_chinese() -> None:
    assert untranslated_scripts("zh-hans") == set()


def test_no_chinese_stands_outside_gettext_in_the_interface() -> None:
    found = [
        each
        for each in literals_outside_gettext()
        if each.place.rpartition(":")[0] not in CONTENT and is_chinese(each.text.replace(BRAND, ""))
    ]
    assert [f"{each.place} {each.text}" for each in found] == []


def test_every_exception_is_still_one() -> None:
    places = {each.place.rpartition(":")[0] for each in literals_outside_gettext()}
    assert set(CONTENT) <= places


def test_chinese_outside_gettext_is_found() -> None:
    python = '"""文"""\nx = _("一") % {"a": "二"}\nraise Error(f"三{x}")'
    assert [text for _line, text in in_python(python)] == ["二", "三"]
    template = '{# 注 #}{% translate "一" %}<p title="二">{{ x|default:"三" }}{{ x|default:_("四") }}</p>'
    assert [text for _line, text in in_template(template)] == ['<p title="二">', 'x|default:"三"']
    script = '/* 注\n注 */\n// 注\nconst a = "一";'
    assert list(in_script(script)) == [(4, 'const a = "一";')]


def test_nothing_is_translated_while_a_module_is_loaded() -> None:
    assert list(translated_at_import('from django.utils.translation import gettext as _\nX = _("一")')) == [2]
    found = {
        f"{named(path)}:{line}"
        for path in interface(".py")
        for line in translated_at_import(path.read_text(encoding="utf-8"))
    }
    assert found == set()
