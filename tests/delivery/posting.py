"""Short names for what tests of deliveries do and read."""

import io
from collections.abc import Callable
from typing import Any

from django.core.files.images import ImageFile
from django.db import connections
from guanwei.accounts.models import Account
from guanwei.delivery.models import Delivery
from guanwei.publishing.models import Picture
from guanwei.testing.acts import released, signed, submitted
from guanwei.testing.scenes import County
from PIL import Image

Out = Callable[..., Delivery]


def use_channel(account: Account, channel: str) -> None:
    """Give the account another way out."""
    account.channel = channel
    account.save()


def walk(county: County, written: Any) -> Any:
    """Sign and release ``written`` by the county's book."""
    people = county.water.people
    submission = signed(submitted(written, people["editor"]), people["reviewer"], people["leader"])
    return released(submission, people["publisher"])


def elsewhere(work: Callable[[], object]) -> Callable[[], None]:
    """``work`` for another thread: it sees what is committed, and leaves no connection behind."""

    def worked() -> None:
        try:
            work()
        finally:
            connections.close_all()

    return worked


def events(delivery: Delivery) -> list[str]:
    """The journal's lines so far."""
    return list(delivery.attempts.order_by("pk").values_list("event", flat=True))


def fresh(delivery: Delivery) -> Delivery:
    """The row as it stands now."""
    return Delivery.objects.get(pk=delivery.pk)


def picture(title: str, colour: str) -> Picture:
    """A small PNG of one colour."""
    made = io.BytesIO()
    Image.new("RGB", (8, 8), colour).save(made, "PNG")
    return Picture.objects.create(title=title, file=ImageFile(made, f"{title}.png"), width=8, height=8)
