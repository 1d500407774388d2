"""What may go into a push of an account: permitted WeChat variants that are not out and in no push."""

from collections.abc import Iterable
from dataclasses import dataclass

from guanwei.accounts.models import Account
from guanwei.approvals.models import Permit, SubmissionState
from guanwei.publishing.models import PushPlace, ReleasePart
from guanwei.publishing.models.push_places import PlaceState
from guanwei.publishing.models.pushes import FAMILY
from guanwei.publishing.models.releases import PartState, ReleaseState
from guanwei.publishing.queries.gone import gone
from guanwei.publishing.queries.pushed import title_of
from guanwei.publishing.queries.sent import VARIANT

AT_MOST = 100
Pick = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Choice:
    """A variant to choose. ``released`` says whether its own release is decided; a push waits for that."""

    account_id: int
    family: str
    object_id: int
    number: int
    permit: Permit
    title: str
    digest_text: str
    supplier: str
    cover: int | None
    released: bool

    @property
    def name(self) -> str:
        """``page:12:1``, as items are named."""
        return f"{self.family}:{self.object_id}:{self.number}"


def choices_for(account: Account) -> list[Choice]:
    """Longest permitted first. Five queries, at any length."""
    signed = Permit.objects.filter(
        revoked_at__isnull=True,
        submission__state=SubmissionState.PERMITTED,
        submission__manager=account.unit_id,
    ).exclude(family=FAMILY)
    going = _going_out(account)
    found = [*_read(signed, account, None), *_read(_by_key(going), account, going)]
    standing = set(
        PushPlace.objects.filter(account=account, state=PlaceState.STANDING).values_list("permit", "variant")
    )
    out = gone((each.family, each.object_id, f"{account.pk}:{each.number}") for each in found)
    free = [each for each in found if _is_free(each, f"{account.pk}:{each.number}", standing, out)]
    return sorted(free, key=lambda each: (each.permit.issued_at, each.permit.pk))[:AT_MOST]


def _is_free(
    choice: Choice, variant: str, standing: set[tuple[int, str]], out: set[tuple[str, int, str]]
) -> bool:
    return (choice.permit.pk, variant) not in standing and (
        (choice.family, choice.object_id, variant) not in out
    )


def _going_out(account: Account) -> dict[int, set[str]]:
    """Variants of decided releases that were not sent yet, by permit."""
    parts = ReleasePart.objects.filter(
        account=account,
        state__in=[PartState.WAITING, PartState.DUE],
        release__state=ReleaseState.RUNNING,
        release__permit__revoked_at__isnull=True,
    ).exclude(release__family=FAMILY)
    found: dict[int, set[str]] = {}
    for permit, variant in parts.order_by("-pk").values_list("release__permit", "variant")[:AT_MOST]:
        found.setdefault(permit, set()).add(variant)
    return found


def _by_key(keys: Iterable[int]) -> Iterable[Permit]:
    return Permit.objects.filter(pk__in=list(keys))


def _read(permits: Iterable[Permit], account: Account, only: dict[int, set[str]] | None) -> list[Choice]:
    rows = permits.select_related("snapshot", "submission__supplier")[:AT_MOST]  # type: ignore[attr-defined]
    return [
        _choice(permit, variant, only is not None)
        for permit in rows
        for variant in _variants(permit, account)
        if only is None or variant in only[permit.pk]
    ]


def _variants(permit: Permit, account: Account) -> list[str]:
    prefix = f"{VARIANT}{account.pk}:"
    return [name.removeprefix(VARIANT) for name in permit.parts if name.startswith(prefix)]


def _choice(permit: Permit, variant: str, released: bool) -> Choice:
    said = permit.snapshot.content.get(f"{VARIANT}{variant}") or {}
    account_id, _colon, number = variant.partition(":")
    return Choice(
        account_id=int(account_id),
        family=permit.family,
        object_id=permit.object_id,
        number=int(number),
        permit=permit,
        title=title_of(permit, variant),
        digest_text=str(said.get("digest", "")),
        supplier=str(permit.submission.supplier) if permit.submission else "",
        cover=said.get("cover"),
        released=released,
    )
