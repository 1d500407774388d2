"""The stage is what the doors' tests take it for."""

import pytest
from routes.stage import UNSIGNED, Stage
from routes.watching import Public, live_objects, unpermitted

pytestmark = pytest.mark.django_db


def test_everything_public_stands_on_a_permit(stage: Stage) -> None:
    assert unpermitted() == []
    assert len(list(live_objects())) == 6


def test_the_public_reads_what_was_signed(stage: Stage) -> None:
    shown = Public.now(stage)
    assert all(status == 200 for status, _html in shown.answers.values())
    assert not any(UNSIGNED.encode() in html for _status, html in shown.answers.values())
    assert any(b"<img" in html and "附表".encode() in html for _status, html in shown.answers.values())
