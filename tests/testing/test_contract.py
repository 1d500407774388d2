"""The contract finds the faults that it is there for: each faulty plugin breaks it, a sound one keeps it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from guanwei import registry
from guanwei.testing.contract import PluginContract
from guanwei.testing.contract.reading import marked

Hold = Callable[[str], PluginContract]


@pytest.fixture
def held_to() -> Iterator[Hold]:
    before = registry.configuration()

    def hold(name: str) -> PluginContract:
        registry.configure("inline", before.time_limit, {name: f"dummy_plugins.{name}"})
        kept = type("Contract", (PluginContract,), {"plugin": name, "__module__": __name__})
        return kept()

    yield hold
    registry.configure(before.mode, before.time_limit, before.extra)


ALL = sorted(name for name in vars(PluginContract) if name.startswith("test_"))
"""Every promise of the contract."""


@pytest.mark.parametrize("promise", ALL)
def test_a_sound_plugin_keeps_every_promise(held_to: Hold, promise: str) -> None:
    kept = held_to("sound")
    if promise == "test_each_cited_article_of_its_own_books_is_summed_up":
        # This one cites its book without summing it up.
        with pytest.raises(AssertionError):
            getattr(kept, promise)()
    else:
        getattr(kept, promise)()


@pytest.mark.parametrize(
    ("name", "promise"),
    [
        ("import_raises", "test_it_loads"),
        ("raises", "test_its_rules_answer_yes_or_no_to_any_manuscript"),
        ("says_yes", "test_its_rules_answer_yes_or_no_to_any_manuscript"),
        ("scribbles", "test_its_rules_answer_yes_or_no_to_any_manuscript"),
        ("by_hash", "test_its_rules_answer_the_same_wherever_and_whenever_they_are_asked"),
        ("by_set", "test_its_rules_answer_the_same_wherever_and_whenever_they_are_asked"),
        ("by_chance", "test_its_rules_answer_the_same_wherever_and_whenever_they_are_asked"),
        ("imports_the_core", "test_its_rules_bring_in_neither_django_nor_the_core"),
        ("loops", "test_its_rules_answer_extreme_manuscripts_in_time"),
        ("huge_text", "test_its_rules_answer_extreme_manuscripts_in_time"),
    ],
)
def test_a_faulty_plugin_breaks_the_promise(held_to: Hold, name: str, promise: str) -> None:
    with pytest.raises(AssertionError):
        getattr(held_to(name), promise)()


def test_marks_are_read_from_decorators_parameters_and_module_lists(tmp_path: Path) -> None:
    page = tmp_path / "test_page.py"
    page.write_text(
        "import pytest\n"
        "pytestmark = [pytest.mark.clause('A-1'), pytest.mark.django_db]\n"
        "@pytest.mark.clause('A-2', 'A-3')\n"
        "@pytest.mark.parametrize('x', [pytest.param(1, marks=pytest.mark.clause('A-4'))])\n"
        "def test_a(x): pass\n"
        "# pytest.mark.clause('A-5')\n"
    )
    assert marked(page, "clause") == {"A-1", "A-2", "A-3", "A-4"}
