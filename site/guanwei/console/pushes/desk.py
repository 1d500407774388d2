"""What the composing screen shows: the picks in order, and what else can be chosen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from guanwei.accounts.models import Account
from guanwei.api import Refusal
from guanwei.publishing.models import Picture, Push
from guanwei.publishing.queries.push_choices import Choice, Pick, choices_for
from guanwei.publishing.queries.push_refusals import article_refusals
from guanwei.publishing.queries.pushed import PushedArticle, articles_of


@dataclass(frozen=True, slots=True)
class Row:
    """One article: chosen (``place`` from 1) or to choose (0). ``problems`` are sentences."""

    name: str
    title: str
    digest: str
    supplier: str
    cover: Picture | None
    released: bool
    place: int = 0
    problems: tuple[Refusal, ...] = ()


@dataclass(frozen=True, slots=True)
class Desk:
    """The state of the form."""

    account: Account
    day: date | str
    rows: tuple[Row, ...]
    choices: tuple[Row, ...]

    @property
    def picks(self) -> list[str]:
        return [each.name for each in self.rows]


def desk_of(account: Account, day: date | str, picks: Sequence[Pick], draft: Push | None) -> Desk:
    """Rows for ``picks``, from what the draft pins and from what can be chosen. A fixed number of queries."""
    known = {(each.family, each.object_id, each.number): each for each in choices_for(account)}
    kept = {
        (each.item.family, each.item.object_id, each.item.number): each
        for each in (articles_of(draft) if draft is not None else [])
    }
    covers = _covers([*known.values()], [*kept.values()])
    found = [
        _kept_row(kept[pick], place, known.get(pick), covers)
        if pick in kept
        else _row(known[pick], covers, place)
        for place, pick in enumerate((each for each in picks if each in kept or each in known), 1)
    ]
    rest = [_row(each, covers) for pick, each in known.items() if pick not in set(picks)]
    return Desk(account, day, tuple(found), tuple(rest))


def _covers(choices: Iterable[Choice], articles: Iterable[PushedArticle]) -> dict[int, Picture]:
    ids = {each.cover for each in choices} | {each.said.get("cover") for each in articles}
    return Picture.objects.in_bulk(ids - {None})


def _row(choice: Choice, covers: dict[int, Picture], place: int = 0) -> Row:
    return Row(
        name=choice.name,
        title=choice.title,
        digest=choice.digest_text,
        supplier=choice.supplier,
        cover=covers.get(choice.cover or 0),
        released=choice.released,
        place=place,
    )


def _kept_row(article: PushedArticle, place: int, choice: Choice | None, covers: dict[int, Picture]) -> Row:
    """Where the item has a new permit, saving pins that: the row shows what would be saved."""
    if choice is not None and choice.permit.pk != article.item.permit:
        return _row(choice, covers, place)
    submission = article.permit.submission if article.permit is not None else None
    return Row(
        name=article.item.name,
        title=article.item.title,
        digest=article.digest_text,
        supplier=str(submission.supplier) if submission is not None else "",
        cover=covers.get(article.said.get("cover") or 0),
        released=choice is not None and choice.released,
        place=place,
        problems=tuple(article_refusals(article)),
    )


def pick_of(name: str) -> Pick | None:
    """``page:12:1`` as the form carries it; None for anything else. Whatever is typed."""
    family, _first, rest = name.partition(":")
    object_id, _second, number = rest.partition(":")
    digits = all(each.isascii() and each.isdecimal() and len(each) < 10 for each in (object_id, number))
    return (family, int(object_id), int(number)) if digits and family.isalpha() and len(family) < 20 else None


def name_of(pick: Pick) -> str:
    """The other way."""
    return ":".join(map(str, pick))
