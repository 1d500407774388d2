"""Every table from which the portal's answers are made was looked at: whose rows the gate keeps, whose it doesn't."""

import pytest
from django.db import connection
from guanwei.approvals.governed import content_tables, holds, refused_writes, sealed_tables
from guanwei.audit import clock
from guanwei.publishing.models import Release
from guanwei.publishing.models.releases import PartState
from routes.stage import UNSIGNED, Stage
from routes.watching import READ, Tables, answers

pytestmark = [pytest.mark.law("L1"), pytest.mark.django_db]
# Kept by nobody's permit, and why the public may read them all the same. docs/reference/defence.md says what follows.
REGISTERS = {
    "accounts_account": "the register of accounts: names and platforms",
    "organisations_unit": "the register of units: names",
    "publishing_release": "which releases went out; the words come from what was signed",
    "publishing_releasepart": "where a post stands on its platform, as the platform or a person reported it",
}
ELSEWHERE = {
    "approvals_permit": "triggers of its own",
    # Read once a process.
    "django_content_type": "the classes of pages",
    "wagtailcore_locale": "one language",
}
OUT = "https://weibo.com/1234567890/Abcdef123"


@pytest.fixture
def posted(stage: Stage) -> Release:
    """The live article's post is out."""
    release = Release.objects.get(permit__submission=stage.public)
    part = release.parts.exclude(variant="").get()
    part.state, part.address, part.done_at = PartState.DONE, OUT, clock.now()
    part.save()
    return release


def test_every_table_that_the_public_reads_was_looked_at(stage: Stage, posted: Release) -> None:
    read = Tables(READ)
    with connection.execute_wrapper(read):
        answers(stage)
    kept = {each.table for each in content_tables()} | {each.held_table for each in holds()}
    kept |= {*sealed_tables(), *refused_writes()}
    assert read.named - kept - ELSEWHERE.keys() == REGISTERS.keys()


@pytest.mark.defends("a release's title rewritten, which lists of posts could show", by="database")
def test_the_lists_of_posts_show_the_title_that_was_signed(stage: Stage, posted: Release) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE publishing_release SET title = %s", [UNSIGNED])
    shown = b"".join(html for _status, html in answers(stage).values()).decode()
    assert f'href="{OUT}" rel="noopener">{stage.live_page.title}</a>' in shown
    assert UNSIGNED not in shown


@pytest.mark.defends("a post's address with a scheme that runs in the reader's browser", by="database")
def test_no_address_but_the_webs_own_becomes_a_link(stage: Stage, posted: Release) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE publishing_releasepart SET address = 'javascript:alert(1)'")
    assert not [html for _status, html in answers(stage).values() if b"javascript:" in html]
