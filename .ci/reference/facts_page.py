"""docs/reference/facts.md: what a rule is told, and what comes of it."""

from pathlib import Path

from guanwei.api import Decision, ManuscriptFacts
from guanwei.api import citations as citations_module
from guanwei.api import declarations as declarations_module
from rendering import MADE, described, prose, reachable

HEAD = """# Facts and decisions

A rule function takes one `ManuscriptFacts` and answers with a `bool`. Facts are frozen: a rule that changes them is refused.
The moment is a fact like any other, in the county's own time, so a rule needs no clock and can be asked about the past.

"""
ELSEWHERE = {citations_module.__name__, declarations_module.__name__}


def facts_page(_root: Path) -> str:
    """The whole page."""
    told = "\n".join(map(described, reachable(ManuscriptFacts)))
    method = f"\n`ManuscriptFacts.field(field_id: str) -> str`: {prose(ManuscriptFacts.field)}\n"
    came = [kind for kind in reachable(Decision) if kind.__module__ not in ELSEWHERE]
    answer = "\n## What comes of it\n\nTests of rules read these. [Hooks](hooks.md) describes what they hold of a plugin's own.\n\n"
    return MADE + HEAD + told + method + answer + "\n".join(map(described, came))
