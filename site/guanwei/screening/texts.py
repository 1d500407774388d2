"""The texts of an item, each with what the check engine is told beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from guanwei.api import Form, ManuscriptFacts, VariantFacts
from guanwei.screening.engine.hits import About, Leader


@dataclass(frozen=True, slots=True)
class Text:
    """``key`` and ``part`` name it for the code and for people. ``whole``: findings about the item stand here."""

    key: str
    part: str
    text: str
    about: About
    whole: bool = False


def texts_of(facts: ManuscriptFacts, leaders: Sequence[Leader] = ()) -> list[Text]:
    """Every text that would go out, in the order of reading. Of an article the body speaks for the whole."""
    about = About(
        kind=facts.kind.value,
        title=facts.title,
        original_title=facts.original_title,
        source_name=facts.source_name,
        source_url=facts.source_url,
        leaders=tuple(leaders),
    )
    # A source may be told in any part of the item.
    texts = [each for each in _texts(facts, about) if each.text]
    first = next((each.key for each in texts if each.key != "title"), "title")
    return [replace(each, whole=each.key == first) for each in texts]


def _texts(facts: ManuscriptFacts, about: About) -> Iterator[Text]:
    yield Text("title", _("标题"), facts.title, about)
    if facts.form is not Form.POST:
        yield Text("text", _("正文"), facts.text, about)
    for each in facts.variants:
        yield from _variant(each, about)
    yield Text("apology", _("致歉说明"), facts.apology, about)


def _variant(each: VariantFacts, about: About) -> Iterator[Text]:
    key, name = f"variant:{each.account}:{each.number}", each.name or each.account
    own = replace(about, platform=each.platform)
    if each.title:
        yield Text(f"{key}:title", _("%(account)s标题") % {"account": name}, each.title, own)
    limited = replace(own, limit=each.text_limit)
    yield Text(f"{key}:text", _("%(account)s文字") % {"account": name}, each.text, limited)
