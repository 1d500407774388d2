"""What other rooms read: declarations by id, by plugin, with their owner, and never a rule function."""

from typing import Any

import pytest
from guanwei import registry
from registry.builders import facts


def test_everything_is_found_by_its_id_with_its_owner(rules: Any, mode: str) -> None:
    rules.use(mode, "sound")
    known = registry.catalogue()
    assert known.role("sound.editor").label == "审核员"
    assert known.category("sound.notice").label == "通知公告"
    assert known.field("sound.remark").label == "备注"
    assert known.route("sound.ordinary").label == "常规发布"
    assert known.form("sound.form").title == "审批表"
    assert known.channel("by-hand").limits.text_chars == 2000
    assert "sound.theme" in [theme.id for theme in known.themes]
    for declared in ("sound.editor", "sound.read", "sound.review", "by-hand"):
        assert known.owner_of(declared).name == "sound"


def test_what_nobody_declares_is_none(rules: Any) -> None:
    rules.inline("sound")
    known = registry.catalogue()
    assert known.role("sound.nobody") is None
    assert known.owner_of("sound.nobody") is None
    assert known.of("nobody").roles == ()


def test_choices_follow_the_order_in_which_plugins_are_given(rules: Any) -> None:
    rules.inline("sound", "healthy")
    known = registry.catalogue()
    assert [one.id for one in known.fields_for(["healthy", "sound"])] == [
        "source_name",
        "sound.remark",
        "sound.list",
    ]
    assert [one.id for one in known.categories_for(["sound", "unknown"])] == ["sound.notice"]


def test_rule_functions_cannot_be_called_around_the_registry(rules: Any, mode: str) -> None:
    rules.use(mode, "sound")
    with pytest.raises(RuntimeError, match="decide_manuscript"):
        registry.catalogue().route("sound.ordinary").applies(facts())
    assert registry.catalogue().field("sound.remark").required is None
