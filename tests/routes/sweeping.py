"""Try an address as a person, by every means, and say what came of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import Any

from django.http import HttpResponse
from django.test import Client
from routes.forms import as_json, bent, blind, forms_of
from routes.stage import Stage
from routes.watching import TRACES, Public, tried, unpermitted

JSON = "application/json"


@dataclass
class Outcome:
    """What the tries at one address did."""

    statuses: set[int] = field(default_factory=set)
    written: set[str] = field(default_factory=set)
    changes: list[str] = field(default_factory=list)
    lawless: list[str] = field(default_factory=list)
    took_down: bool = False


class Sweep:
    """One person's tries. The stage stays as it was: each is undone."""

    def __init__(self, stage: Stage, browser: Client) -> None:
        self.stage, self.browser = stage, browser
        # Signing out is one of the addresses.
        self.signed_in = browser.cookies.output(attrs=[], header="", sep=";")
        self.before = Public.now(stage)

    def address(self, path: str, asking: str = "", *, json: bool = True) -> Outcome:
        """Look at ``path``, then send its own forms back, bent; then all that publishes, as form and as JSON."""
        outcome, url = Outcome(), path + asking
        page = self._try(outcome, lambda: self.browser.get(url))
        html = page.content if page is not None and page.status_code == 200 and not page.streaming else b""
        for payload in self._payloads(html):
            self._try(outcome, lambda sent=payload: self.browser.post(url, sent))
        if json:
            sent = as_json(blind(self.stage))
            self._try(outcome, lambda: self.browser.post(url, sent, content_type=JSON))
        return outcome

    def blindly(self, path: str, asking: str = "") -> Outcome:
        """Without looking first."""
        outcome, url = Outcome(), path + asking
        self._try(outcome, lambda: self.browser.post(url, blind(self.stage)))
        return outcome

    def _payloads(self, html: bytes) -> Iterator[dict[str, Any]]:
        for fields in forms_of(html) if html else ():
            if "language" not in fields:
                yield fields
                yield bent(fields)
        yield blind(self.stage)

    def _try(self, outcome: Outcome, request: Any) -> HttpResponse | None:
        with tried() as written:
            response = request()
            self.browser.cookies = SimpleCookie(self.signed_in)
            outcome.statuses.add(response.status_code)
            outcome.written |= written.named - TRACES
            later = Public.after(self.stage, self.before, written)
            if later is not self.before:
                self._compare(outcome, later)
        return response

    def _compare(self, outcome: Outcome, later: Public) -> None:
        changes = self.before.changes(later)
        outcome.changes += changes
        outcome.lawless += unpermitted()
        outcome.took_down |= bool(changes) and self.before.only_taken_down(later)


def together(outcomes: Iterable[Outcome]) -> Outcome:
    """What several tries did in all."""
    found = Outcome()
    for each in outcomes:
        found.statuses |= each.statuses
        found.written |= each.written
        found.changes += each.changes
        found.lawless += each.lawless
        found.took_down |= each.took_down
    return found
