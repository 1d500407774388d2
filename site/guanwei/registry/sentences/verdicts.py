"""Verdicts in the trace of a decision."""

WORDS = {"field": ("必填", "不要求填写"), "check": ("有此情形", "没有此情形")}


def verdict(holds: bool, asked: str) -> str:
    """What a rule said to the question ``asked``."""
    yes, no = WORDS.get(asked, ("适用", "不适用"))
    return yes if holds else no


def verdict_not_loaded() -> str:
    """Not asked: not loaded."""
    return "未装载"


def verdict_not_in_force() -> str:
    """Not asked: no rule book in force on the day."""
    return "当日没有施行中的规则书"


def verdict_held() -> str:
    """Not asked: held."""
    return "已暂停"
