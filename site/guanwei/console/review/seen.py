"""What was on the signer's screen: signed, so that a form can only carry back what was really shown."""

from django.core import signing
from django.http import HttpRequest

SALT = "guanwei.console.seen"


def seen_token(submission_id: int, step_id: int, person_id: int, parts: dict[str, str]) -> str:
    """The part digests that the screen of this person shows, in one hidden field."""
    return signing.dumps([submission_id, step_id, person_id, parts], salt=SALT, compress=True)


def seen_parts(request: HttpRequest, submission_id: int) -> tuple[int, dict[str, str]] | None:
    """``(step id, part digests)`` of the posted screen; None where it was not ours to this person."""
    try:
        said = signing.loads(request.POST.get("seen", ""), salt=SALT)
    except signing.BadSignature:
        return None
    if not isinstance(said, list) or said[0] != submission_id or said[2] != request.user.pk:
        return None
    return said[1], said[3]
