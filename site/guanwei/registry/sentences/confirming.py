"""Names of the steps by which units concerned confirm."""


def confirmed_by(label: str, unit: str) -> str:
    """One unit's step."""
    return f"{label}：{unit}"


def confirmed_together() -> str:
    """The steps of all of them."""
    return "涉及单位会商确认"
