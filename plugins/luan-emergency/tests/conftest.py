"""What the plugin declares, and facts to ask it about. No database."""

from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from typing import Any

import guanwei_luan_emergency as plugin
import pytest
from guanwei.api import Declarations, Form, Kind, ManuscriptFacts, UnitFacts, Urgency

BEIJING = timezone(timedelta(hours=8))
SECTION = UnitFacts("publicity", "宣教科", "section", ("bureau", "county"))


@pytest.fixture
def rules() -> Declarations:
    """Everything that the hooks return."""
    return Declarations(
        rule_books=tuple(plugin.register_rule_books()),
        roles=tuple(plugin.register_roles()),
        categories=tuple(plugin.register_categories()),
        fields=tuple(plugin.register_fields()),
        routes=tuple(plugin.register_approval_routes()),
        forms=tuple(plugin.register_forms()),
        password_policies=tuple(plugin.register_password_policies()),
    )


@pytest.fixture
def item() -> Callable[..., ManuscriptFacts]:
    """A complete original item; keywords change it. ``fields`` replaces the declared fields' values."""

    def make(**changes: Any) -> ManuscriptFacts:
        given: dict[str, Any] = {
            "kind": Kind.ORIGINAL,
            "form": Form.ARTICLE,
            "urgency": Urgency.ORDINARY,
            "title": "汛期值守安排",
            "text": "各乡镇安排专人值守。",
            "category": "luan-emergency.emergency-work",
            "supplier": SECTION,
            "manager": SECTION,
            "now": datetime(2026, 3, 21, 9, 0, tzinfo=BEIJING),
            "fields": {"luan-emergency.publication_type": "原创"},
        } | changes
        given["fields"] = tuple(sorted(given["fields"].items()))
        return ManuscriptFacts(**given)

    return make


@pytest.fixture
def missing(rules: Declarations) -> Callable[[ManuscriptFacts], set[str]]:
    """The sentences that stand against submitting: fields that are required and empty."""

    def ask(facts: ManuscriptFacts) -> set[str]:
        return {
            field.sentence
            for field in rules.fields
            if field.required is not None and field.required(facts) and not stated(facts, field.id)
        }

    return ask


def stated(facts: ManuscriptFacts, field_id: str) -> str:
    """A core fact or a declared field's value."""
    return str(getattr(facts, field_id)) if hasattr(facts, field_id) else facts.field(field_id)
