"""Applications of plugins are found at settings time; one that can't be used is its plugin's error and no more."""

from collections.abc import Iterator
from importlib.metadata import EntryPoint
from typing import Any

import pytest
from guanwei import registry
from guanwei.registry import sources
from project import plugin_apps as finder


@pytest.fixture
def install(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Entry points by name, as if they were installed; the plugins are loaded anew."""
    before = registry.configuration()
    monkeypatch.setattr(sources, "_broken", {})

    def named(*points: tuple[str, str]) -> list[str]:
        made = [EntryPoint(name, value, finder.GROUP) for name, value in points]
        monkeypatch.setattr(finder, "entry_points", lambda group: made if group == finder.GROUP else [])
        found = finder.plugin_apps()
        registry.configure("inline", extra={"sound": "dummy_plugins.sound"})
        return found

    yield named
    registry.configure(before.mode, before.time_limit, before.extra)


def error_of(name: str) -> str:
    return next(each.error for each in registry.plugins() if each.name == name)


def test_they_come_in_the_order_of_the_plugins_names(install: Any) -> None:
    points = (("sound", "dummy_apps.apps:Sound"), ("luan-emergency", "guanwei_luan_emergency.apps:X"))
    assert install(*points) == ["dummy_apps.apps.Sound"]
    assert "X" in error_of("luan-emergency")
    assert error_of("sound") == ""


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("no_such_package.apps:Config", "ModuleNotFoundError"),
        ("dummy_apps.apps:Missing", "Missing"),
        ("dummy_apps.leaving:Config", "SystemExit"),
        ("dummy_apps.apps:not_a_class", "PluginConfig"),
        ("dummy_apps.apps:Foreign", "PluginConfig"),
        ("dummy_apps.apps:Elsewhere", "dummy_apps"),
        ("dummy_apps.apps:Relabelled", "label"),
    ],
)
def test_one_that_cannot_be_used_is_its_plugins_error_and_the_others_go_on(
    install: Any, value: str, said: str
) -> None:
    assert install(("sound", value)) == []
    assert said in error_of("sound")
    assert "sound" in error_of("sound")
    assert registry.catalogue().role("sound.editor") is None
    assert error_of("county") == error_of("luan-emergency") == ""


def test_two_applications_of_one_name_are_both_left_out(install: Any) -> None:
    assert install(("sound", "dummy_apps.apps:Sound"), ("sound", "other.apps:Sound")) == []
    assert "同名" in error_of("sound")


def test_an_application_whose_plugin_nobody_installed_is_named_all_the_same(install: Any) -> None:
    install(("lonely", "no_such_package.apps:Config"))
    assert "no_such_package" in error_of("lonely")
