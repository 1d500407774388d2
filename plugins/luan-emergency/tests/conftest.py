"""What the plugin declares, facts to ask it about, and a bureau that lives by the book."""

from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from guanwei import registry
from guanwei.api import Decision, Declarations, Form, Kind, ManuscriptFacts, UnitFacts, Urgency
from guanwei.publishing.models import Post
from guanwei.registry import Active
from guanwei.testing.scenes import Agency, County, write_post

PLUGIN = "luan-emergency"
BEIJING = timezone(timedelta(hours=8))
SECTION = UnitFacts("publicity", "宣教科", "section", ("bureau", "county"))


@pytest.fixture
def rules() -> Declarations:
    """Everything that the hooks return, as the site knows it."""
    return registry.catalogue().of(PLUGIN)


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
            "submitter_roles": ("luan-emergency.information-officer",),
        } | changes
        given["fields"] = tuple(sorted(({f"{PLUGIN}.topic": "prevention"} | given["fields"]).items()))
        return ManuscriptFacts(**given)

    return make


@pytest.fixture
def decide() -> Callable[[ManuscriptFacts], Decision]:
    """What the site would decide by this book alone."""
    return lambda facts: registry.decide_manuscript(facts, [Active(PLUGIN, 0, False)])


@pytest.fixture
def missing(decide: Callable[[ManuscriptFacts], Decision]) -> Callable[[ManuscriptFacts], set[str]]:
    """The sentences that stand against submitting."""
    return lambda facts: {each.sentence for each in decide(facts).refusals}


@pytest.fixture
def bureau(county: County) -> Agency:
    """清河县应急管理局 with the book switched on and its posts held."""
    from agencies.bureau import make_bureau

    return make_bureau(county)


@pytest.fixture
def written(bureau: Agency) -> Callable[..., Post]:
    """A complete post by the information officer; a repost where ``kind`` says so."""

    def make(extra: dict[str, Any] | None = None, **fields: Any) -> Post:
        stated: dict[str, Any] = {
            "title": "汛期值守安排",
            "category": f"{PLUGIN}.emergency-work",
            "extra": {f"{PLUGIN}.publication_type": "原创", f"{PLUGIN}.topic": "prevention"} | (extra or {}),
            # Not of words alone (第十条).
            "text": "各乡镇安排专人值守🌧",
        }
        if fields.get("kind") == Kind.REPOST:
            stated |= {
                "source_name": "清河县人民政府网",
                "permission": "电话许可",
                "original_title": "汛期值守安排",
            }
            stated["extra"] = {f"{PLUGIN}.original_text": "各乡镇安排专人值守。"} | stated["extra"]
        return write_post(bureau, bureau.people["officer"], **(stated | fields))

    return make
