"""Formulas that lead out of the file when somebody opens it or clicks. They are said, never followed."""

import re

FUNCTIONS = (
    "HYPERLINK|WEBSERVICE|IMAGE|RTD|DDE|CALL|REGISTER|REGISTER\\.ID|EXEC|SQL\\.REQUEST|IMPORTXML|IMPORTDATA"
)
LEADS_OUT = re.compile(rf"\b(?:{FUNCTIONS})\s{{0,5}}\(", re.IGNORECASE)
# cmd|'/c calc'!A1: another program's name and what it is asked.
ASKS_A_PROGRAM = re.compile(r"[=+\-@]\s{0,5}[A-Za-z][\w.]{0,60}\|")
SIGNS, SIGNED = ("=", "@"), ("+", "-")
CODE = re.compile(r"[A-Za-z(|@=]")


def leads_out(formula: str) -> bool:
    """Whether it opens something outside, or starts a program."""
    return LEADS_OUT.search(formula) is not None or ASKS_A_PROGRAM.match(formula) is not None


def is_formula(text: str) -> bool:
    """Whether a spreadsheet would take a csv cell for one."""
    begun = text.lstrip()[:3]
    return begun.startswith(SIGNS) or (begun.startswith(SIGNED) and CODE.search(begun, 1) is not None)
