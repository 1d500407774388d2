"""Which plugins are found, and what is said about those that can't be loaded."""

from types import SimpleNamespace
from typing import Any

import guanwei
import pytest
from guanwei import registry
from guanwei.registry import Active, LoadedPlugin, lane, sources
from registry.builders import facts


def found(name: str) -> LoadedPlugin:
    return next(one for one in registry.plugins() if one.name == name)


def install(monkeypatch: pytest.MonkeyPatch, *points: tuple[str, str, str]) -> None:
    rows = [SimpleNamespace(name=n, value=m, dist=SimpleNamespace(version=v)) for n, m, v in points]
    monkeypatch.setattr(sources, "entry_points", lambda group: rows if group == "guanwei.plugins" else [])


def test_an_installed_plugin_is_found_by_its_entry_point(rules: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, ("sound", "dummy_plugins.sound", "3.1"))
    rules.inline()
    plugin = found("sound")
    assert (plugin.version, plugin.label, plugin.module, plugin.error) == (
        "3.1",
        "完好插件",
        "dummy_plugins.sound",
        "",
    )
    assert [book.id for book in plugin.rule_books] == ["sound.book"]
    assert "register_approval_routes" in plugin.hooks


def test_the_countys_own_book_is_always_there_with_the_cores_version(rules: Any) -> None:
    rules.inline()
    county = found("county")
    assert (county.module, county.version) == ("guanwei.county", guanwei.__version__)


def test_no_package_can_take_the_countys_place(rules: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, ("county", "dummy_plugins.sound", "3.1"))
    rules.inline()
    assert found("county").module == "guanwei.county"


def test_a_name_that_two_packages_claim_loads_neither_of_them(
    rules: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(monkeypatch, ("sound", "dummy_plugins.sound", "1"), ("sound", "dummy_plugins.healthy", "2"))
    rules.inline()
    assert "dummy_plugins.healthy、dummy_plugins.sound" in found("sound").error
    assert registry.catalogue().role("sound.editor") is None


def test_a_plugin_that_cannot_be_imported_is_named_and_the_others_go_on(rules: Any, mode: str) -> None:
    rules.use(mode, "import_raises", "sound")
    assert "import_raises" in found("import_raises").error
    assert "缺少配置文件" in found("import_raises").error
    assert found("sound").error == ""
    assert registry.catalogue().role("sound.editor") is not None


def test_a_missing_module_is_named(rules: Any) -> None:
    rules.inline(ghost="dummy_plugins.nowhere")
    assert "dummy_plugins.nowhere" in found("ghost").error


def test_an_import_that_never_ends_is_cut_off_and_named(rules: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lane, "START_LIMIT", 1.0)
    rules.child("import_hangs", "sound")
    assert "import_hangs" in found("import_hangs").error
    assert found("sound").error == ""
    assert registry.decide_manuscript(facts(), [Active("sound", 0, False)]).route is not None


def test_an_import_that_ends_the_process_is_named(rules: Any) -> None:
    rules.child("import_dies", "sound")
    assert "import_dies" in found("import_dies").error
    assert found("sound").error == ""


def test_both_modes_know_the_same_plugins_and_declarations(rules: Any) -> None:
    rules.inline("sound", "healthy", "import_raises")
    inline = registry.plugins(), registry.catalogue().of("sound")
    rules.child("sound", "healthy", "import_raises")
    assert (registry.plugins(), registry.catalogue().of("sound")) == inline


def test_nothing_starts_before_the_first_question(rules: Any) -> None:
    rules.child("sound")
    assert registry.engine._running is None
