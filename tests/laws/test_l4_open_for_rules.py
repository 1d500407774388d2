"""L4: the mechanism names no agency, no county and no article of theirs."""

import re
from pathlib import Path

import pytest
from guanwei import registry

pytestmark = pytest.mark.law("L4")
ROOMS = Path(registry.__file__).parents[1]
MECHANISM = (
    "api",
    "registry",
    "audit",
    "organisations",
    "accounts",
    "screening",
    "registers",
    "regulations",
    "approvals",
    "publishing",
    "delivery",
    "portal",
)
NAMES = re.compile(r"淮北|安康|六安|盐池|luan|huaibei|ankang|yanchi|\b(?:HBP|AKP|LAE|HBV|YC)-\d")


@pytest.mark.parametrize("room", MECHANISM)
def test_a_mechanism_room_names_nobody(room: str) -> None:
    found = [
        f"{path.relative_to(ROOMS)}:{number}: {line.strip()}"
        for path in sorted((ROOMS / room).rglob("*"))
        if path.suffix in (".py", ".html", ".js")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if NAMES.search(line)
    ]
    assert found == []
