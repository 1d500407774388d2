"""What is searched for each term, in as little memory as a hundred thousand of them may take."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from guanwei.screening.engine.dictionaries import SHORTEST
from guanwei.screening.engine.reading import bare_forms
from guanwei.screening.engine.terms import Term


def patterns_of(terms: Iterable[Term]) -> tuple[list[Term], list[str]]:
    """Each term that can be found, once for each list, and its bare form.

    Allowed words come first: of equal spans they are then met first.
    """
    given = list(terms)
    asked = [each for each in given if each.allow] + [
        replace(each, text=each.right, right="", allow=True) for each in _inside_their_right_forms(given)
    ]
    allowed = len(asked)
    asked += [each for each in given if not each.allow]
    known: dict[tuple[str, str, bool], set[str]] = defaultdict(set)
    kept, patterns = [], []
    for number, (term, bare) in enumerate(zip(asked, bare_forms(each.text for each in asked), strict=True)):
        listed = known[term.type, term.dictionary, number < allowed]
        if len(bare) >= SHORTEST and bare not in listed:
            listed.add(bare)
            kept.append(term)
            patterns.append(bare)
    return kept, patterns


def _inside_their_right_forms(terms: list[Term]) -> Iterator[Term]:
    """国庆 for 国庆节: where the right form stands, the wrong one does too."""
    wrong = [each for each in terms if each.right and not each.allow]
    forms = zip(
        wrong, bare_forms(each.text for each in wrong), bare_forms(each.right for each in wrong), strict=True
    )
    return (term for term, bare, right in forms if bare in right and len(right) > len(bare))
