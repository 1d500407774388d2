"""A push has a digest of its own: any change of item, order, account or day changes it, nothing else does."""

import json
from datetime import date, timedelta
from typing import Any

import pytest
from guanwei.accounts.models import Account
from guanwei.approvals.subjects import draft_of, parts_of
from guanwei.audit.canonical import digests, whole
from guanwei.delivery.payloads import payload_digest
from guanwei.delivery.rendering.pushes import payload_of
from guanwei.publishing.content.pushes import push_parts
from guanwei.publishing.models import Push, PushItem
from hypothesis import given
from hypothesis import strategies as st
from publishing.pushes.desk import Desk

Said = tuple[int, date, tuple[tuple[Any, ...], ...]]
ITEMS = st.tuples(
    st.sampled_from(["page", "post"]),
    st.integers(1, 4),
    st.integers(1, 2),
    st.integers(1, 3),
    st.sampled_from(["a" * 64, "b" * 64]),
    st.sampled_from(["a" * 64, "b" * 64]),
    st.sampled_from(["汛期提示", "停水通知"]),
)
PUSHES = st.tuples(
    st.integers(1, 2),
    st.dates(date(2026, 1, 1), date(2026, 1, 3)),
    st.lists(ITEMS, max_size=4, unique_by=lambda each: each[:3]).map(tuple),
)


def made(said: Said, first: int = 0, step: int = 1, pk: int | None = None) -> Push:
    """The push in memory; ``first``, ``step`` and ``pk`` are what mustn't matter."""
    account, day, items = said
    push = Push(pk=pk, account=Account(pk=account, unit_id=7), day=day, title="推送")
    names = ("family", "object_id", "number", "permit", "whole", "digest", "title")
    push.items = [
        PushItem(pk=pk, sort_order=first + step * place, **dict(zip(names, each, strict=True)))
        for place, each in enumerate(items)
    ]
    return push


def digest(push: Push) -> str:
    return whole(digests(push_parts(push)))


@given(PUSHES, PUSHES)
def test_two_pushes_have_one_digest_exactly_where_they_say_the_same(one: Said, other: Said) -> None:
    assert (digest(made(one)) == digest(made(other))) == (one == other)


@given(PUSHES, st.integers(0, 50), st.integers(1, 9), st.integers(1, 99))
def test_keys_and_numbers_of_rows_do_not_matter(said: Said, first: int, step: int, pk: int) -> None:
    assert digest(made(said, first, step, pk)) == digest(made(said))


@given(PUSHES, st.randoms())
def test_rows_in_any_order_of_memory_are_read_by_their_numbers(said: Said, random: Any) -> None:
    push, shuffled = made(said), made(said)
    rows = list(shuffled.items.all())
    random.shuffle(rows)
    shuffled.items = rows
    assert digest(shuffled) == digest(push)


@given(PUSHES, st.data())
def test_another_order_leaves_the_facts_and_changes_the_list(said: Said, data: Any) -> None:
    account, day, items = said
    order = tuple(data.draw(st.permutations(items)))
    was, now = (digests(push_parts(made((account, day, each)))) for each in (items, order))
    assert was["facts"] == now["facts"]
    assert (was == now) == (items == order)


@pytest.mark.django_db
def test_form_revision_reload_and_live_row_say_the_same(desk: Desk) -> None:
    picks = desk.items(3)
    push = desk.push(picks)
    drafted = parts_of(push)
    assert parts_of(draft_of("push", push.pk)) == drafted
    assert parts_of(Push.objects.get(pk=push.pk)) == drafted
    assert parts_of(push.with_content_json(json.loads(push.to_json()))) == drafted
    submission = desk.signed(push)
    desk.release_items(picks)
    from guanwei.testing.acts import released

    released(submission, desk.people["publisher"])
    assert parts_of(Push.objects.get(pk=push.pk)) == drafted == submission.permit.parts


@pytest.mark.django_db
def test_the_payload_follows_the_order_and_nothing_else(desk: Desk) -> None:
    picks = desk.items(3)
    tomorrow = timedelta(days=1)
    pushes = [
        desk.push(picks),
        desk.push(picks),
        desk.push([picks[1], picks[0], picks[2]]),
        desk.push(picks[:2]),
        desk.push(picks, desk.push(picks).day + tomorrow),
    ]
    from guanwei.approvals.subjects import snapshot_of

    payloads = [payload_of(snapshot_of(each), each.key, desk.account) for each in pushes]
    found = [payload_digest(each) for each in payloads]
    assert found[0] == found[1] == found[4]
    assert len(set(found)) == 3
    assert [each["title"] for each in payloads[2]["articles"]] == ["第2篇", "第1篇", "第3篇"]
