"""A refusal while building is a mistake of the demo or of the product: it must not pass unseen."""

from collections.abc import Iterable

from guanwei.api import Refusal


class DemoRefusedError(Exception):
    """The sentences with which a service refused."""


def must(refusals: Iterable[Refusal]) -> None:
    """Fail with the sentences, if there are any."""
    if found := [str(each) for each in refusals]:
        raise DemoRefusedError(" ".join(found))
