"""Verdicts in the trace of a decision."""


def verdict(holds: bool, of_field: bool) -> str:
    """What a rule said."""
    if of_field:
        return "必填" if holds else "不要求填写"
    return "适用" if holds else "不适用"


def verdict_not_loaded() -> str:
    """Not asked: not loaded."""
    return "未装载"


def verdict_not_in_force() -> str:
    """Not asked: no rule book in force on the day."""
    return "当日没有施行中的规则书"


def verdict_held() -> str:
    """Not asked: held."""
    return "已暂停"
