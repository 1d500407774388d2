"""After every act: what the product's tables say beside what the model says."""

import hashlib
import json
from typing import Any

from approvals.model.acts import Stage
from approvals.model.manuscripts import Item, Submission
from approvals.model.tables import Tables


def differences(stage: Stage, tables: Tables) -> list[str]:
    """Each item's live text, tries, permits and releases, where the two sides don't agree."""
    found = []
    for number, (item, post) in enumerate(zip(stage.model.items, stage.office.posts, strict=True)):
        model = _expected(stage, number, item)
        product = {
            "live": _live(stage, tables, post),
            "tries": [
                _where(state, int(position)) for _key, state, position, _none in tables.of("try", post)
            ],
            "permits": [
                (digest, bool(revoked)) for _key, digest, revoked, _live in tables.of("permit", post)
            ],
            "releases": [state for _key, state, *_none in tables.of("release", post)],
        }
        found += [
            f"item {number}, {name}: the model has {model[name]}, the product {product[name]}"
            for name in model
            if model[name] != product[name]
        ]
    return found


def _live(stage: Stage, tables: Tables, post: int) -> Any:
    units = {unit.pk: number for number, unit in enumerate(stage.office.units)}
    for _key, title, category, places in tables.of("live", post):
        supplier, manager = (units[int(each)] for each in places.split(":"))
        texts = tuple((number, text) for number, text, *_none in tables.of("text", post))
        return supplier, manager, category, title, texts
    return None


def _expected(stage: Stage, number: int, item: Item) -> dict[str, Any]:
    live = item.live
    return {
        "live": live and (live.supplier, live.manager, live.category, live.title, live.texts),
        "tries": [_try(stage, item, each) for each in item.tries],
        "permits": [
            (whole(stage.office.digests[number, each.permit.content]), each.permit.revoked)
            for each in item.tries
            if each.permit
        ],
        "releases": [each.state.replace(" ", "_") for each in item.releases],
    }


def _try(stage: Stage, item: Item, submission: Submission) -> tuple[str, int | None]:
    return submission.state, stage.model.position(item, submission) if submission.stands else None


def _where(state: str, position: int) -> tuple[str, int | None]:
    """Where a closed try stood last is of no consequence."""
    return state, position if state in ("open", "permitted") else None


def whole(parts: dict[str, str]) -> str:
    """What a permit names: the digest over the parts' digests, worked out here once more."""
    text = json.dumps(parts, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
