"""L1: nobody changes by any registered address what the public sees, but by a governed act.

Every address is tried by a superuser who holds every post, by a publisher and by an editor: its own forms, its
forms with changed words and every publishing button pressed, and all that stock views read, as form and JSON.
"""

import pytest
from routes.addresses import filled, registered
from routes.kinds import Kind
from routes.stage import Stage, browser_of
from routes.sweeping import Outcome, Sweep, together
from routes.table import STUMBLES, TABLE, kinds
from routes.watching import Public

pytestmark = [pytest.mark.law("L1"), pytest.mark.django_db]
# Thumbnails, what was read last, the package taken: reading leaves these, and nobody reads them as content.
LEFT_BY_READING = frozenset(
    {
        "publishing_picturerendition",
        "wagtailusers_userprofile",
        "wagtailcore_pagesubscription",
        "delivery_attempt",
    }
)


def test_every_registered_address_was_looked_at() -> None:
    names = {each.name for each in registered()}
    assert names - set(kinds()) == set(), "new addresses: look at them, then put them into the table"


def test_the_table_names_no_address_that_is_gone() -> None:
    assert set(kinds()) - {each.name for each in registered()} == set()


def test_no_address_stands_in_the_table_twice() -> None:
    named = [name for entry in TABLE for name in entry.each()]
    assert sorted(named) == sorted(set(named))


@pytest.mark.parametrize("who", ["root", "publisher", "editor", ""])
@pytest.mark.defends("every address of the admin, tried in turn", by="superuser")
@pytest.mark.defends("every address of the admin, tried in turn", by="signer")
@pytest.mark.defends("every address of the admin, tried in turn", by="editor")
@pytest.mark.defends("every address of the admin, tried in turn", by="outsider")
def test_no_address_changes_what_the_public_sees(stage: Stage, hushed: None, who: str) -> None:
    sweep = Sweep(stage, browser_of(stage.people[who] if who else None))
    faults = []
    for address in registered():
        tries = filled(address, stage)
        # Whether a view reads JSON doesn't hang on the object: what is public comes first among them.
        outcome = together(sweep.address(path, json=path == tries[0]) for path in tries)
        faults += [f"{address.name}: {fault}" for fault in faults_of(address.name, outcome)]
    assert not faults, "\n".join(faults)
    assert sweep.before.changes(Public.now(stage)) == []


def faults_of(name: str, outcome: Outcome) -> list[str]:
    """What an address did that its kind doesn't allow."""
    kind, found = kinds().get(name, Kind.CLOSED), []
    written = outcome.written - LEFT_BY_READING
    if kind in (Kind.READS, Kind.CLOSED) and written:
        found.append(f"{kind.value}, yet wrote {sorted(written)}")
    if kind != Kind.GOVERNED and outcome.changes:
        found.append(f"changed {sorted(set(outcome.changes))}")
    if outcome.lawless:
        found.append(f"live without a permit: {sorted(set(outcome.lawless))}")
    if 500 in outcome.statuses and name not in STUMBLES:
        found.append("broke instead of answering")
    return found
