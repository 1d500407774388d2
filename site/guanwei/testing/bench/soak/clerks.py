"""People at work, each in a thread with a connection of its own: they write, submit, sign, release and take down."""

import threading
from collections.abc import Callable
from random import Random
from time import perf_counter
from typing import Any

from django.db import connections

from guanwei.approvals.models import Submission
from guanwei.approvals.queries.queue import waiting_for
from guanwei.approvals.services import send_back, sign, withdraw
from guanwei.approvals.subjects import parts_of
from guanwei.audit import clock
from guanwei.organisations.models import Person
from guanwei.publishing.models import Post
from guanwei.publishing.services import release, save_draft, submit, take_down
from guanwei.testing.bench.soak.ledger import Ledger
from guanwei.testing.scenes import Agency, write_post

Trace = dict[str, Any]


class NothingToDo(Exception):
    """No draft and no desk waits for this person: look again in a moment."""


PAUSE_SECONDS = 0.05
# People look at what is new: the older ones are left alone, so that several meet over one.
RECENT = 12


class Shift:
    """What all clerks share: the agency's drafts, the ledger, and when work ends."""

    def __init__(self, agency: Agency, ledger: Ledger, over: Callable[[], bool]) -> None:
        self.agency, self.ledger, self.over = agency, ledger, over
        self.posts: list[int] = []


class Clerk(threading.Thread):
    """``duties`` are the names of what the person does, as often as each is named."""

    def __init__(self, shift: Shift, person: Person, duties: list[str], seed: str) -> None:
        super().__init__(daemon=True)
        self.shift, self.person, self.duties = shift, person, duties
        self.random, self.count = Random(seed), 0  # noqa: S311 - which act comes next

    def run(self) -> None:
        try:
            while not self.shift.over():
                self._one(self.random.choice(self.duties))
        finally:
            connections.close_all()

    def _one(self, kind: str) -> None:
        began = perf_counter()
        try:
            trace = getattr(self, f"do_{kind}")()
        except NothingToDo:
            threading.Event().wait(PAUSE_SECONDS)
        except Exception as error:
            self.shift.ledger.fail(f"{kind}: {type(error).__name__}: {error}")
        else:
            self.shift.ledger.note(kind, trace, perf_counter() - began)

    def words(self) -> str:
        """Words that nobody else says."""
        self.count += 1
        return f"通知 {self.person.username} {self.count}"

    def post(self) -> Post:
        recent = self.shift.posts[-RECENT:]
        if not recent:
            raise NothingToDo
        return Post.objects.get(pk=self.random.choice(recent))

    def public(self) -> Post:
        """One of those that went public last: nobody takes down what isn't public."""
        live = Post.objects.filter(pk__in=list(self.shift.posts), live=True)
        recent = list(live.order_by("-last_published_at", "-pk")[:RECENT])
        if not recent:
            raise NothingToDo
        return self.random.choice(recent)

    def do_write(self) -> Trace | None:
        made = write_post(self.shift.agency, self.person, title=self.words())
        self.shift.posts.append(made.pk)
        return {"post": made.pk, "page": parts_of(made)["page"]}

    def do_edit(self) -> Trace | None:
        post = self.post()
        draft = post.get_latest_revision().as_object()
        draft.title = self.words()
        save_draft(draft, self.person)
        return {"post": post.pk, "page": parts_of(draft)["page"], "person": self.person.pk}

    def do_submit(self) -> Trace | None:
        made, _refusals = submit(self.post(), self.person)
        return None if made is None else {"submission": made.pk}

    def do_withdraw(self) -> Trace | None:
        post = self.post()
        row = Submission.objects.filter(object_id=post.pk, submitted_by=self.person).last()
        if row is None:
            raise NothingToDo
        reason = self.words()
        refused = withdraw(row.pk, self.person, reason)
        return None if refused else {"submission": row.pk, "reason": reason}

    def _waiting(self) -> Any:
        """One of the first that wait for this person, as the desk shows them."""
        steps = list(waiting_for(self.person, clock.today())[:4])
        if not steps:
            raise NothingToDo
        return self.random.choice(steps)

    def do_sign(self) -> Trace | None:
        step = self._waiting()
        ticked = {each["id"]: True for each in step.checklist}
        refused = sign(step.submission_id, step.pk, self.person, step.submission.parts, "同意", ticked)
        return None if refused else {"step": step.pk, "person": self.person.pk}

    def do_send_back(self) -> Trace | None:
        step, reason = self._waiting(), self.words()
        refused = send_back(step.submission_id, self.person, reason)
        return None if refused else {"submission": step.submission_id, "reason": reason}

    def do_release(self) -> Trace | None:
        step = self._waiting()
        made, _refusals = release(step.submission_id, self.person)
        return None if made is None else {"release": made.pk}

    def do_take_down(self) -> Trace | None:
        post, reason = self.public(), self.words()
        refused = take_down(post, self.person, reason)
        return None if refused else {"post": post.pk, "reason": reason}
