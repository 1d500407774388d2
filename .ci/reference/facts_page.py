"""docs/reference/facts.md: what a rule is told, and what comes of it."""

from pathlib import Path

from guanwei.api import Decision, ManuscriptFacts
from guanwei.api import citations as citations_module
from guanwei.api import declarations as declarations_module
from rendering import beginning, described, prose, reachable

ELSEWHERE = {citations_module.__name__, declarations_module.__name__}


def facts_page(_root: Path) -> str:
    """The whole page."""
    told = "\n".join(map(described, reachable(ManuscriptFacts)))
    method = f"\n`ManuscriptFacts.field(field_id: str) -> str`: {prose(ManuscriptFacts.field)}\n"
    came = [kind for kind in reachable(Decision) if kind.__module__ not in ELSEWHERE]
    answer = "\n## What comes of it\n\nTests of rules read these; [hooks](hooks.md) has the rest.\n\n"
    return beginning("facts") + told + method + answer + "\n".join(map(described, came))
