"""Each test says which plugins there are; afterwards the registry is as it was."""

import os
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from guanwei import registry


class Rules:
    """Configures the registry with named test plugins."""

    def inline(self, *names: str, **extra: str) -> None:
        registry.configure("inline", extra=_modules(names) | extra)

    def child(self, *names: str, time_limit: float = 0.2, **extra: str) -> None:
        registry.configure("child", time_limit=time_limit, extra=_modules(names) | extra)

    def use(self, mode: Any, *names: str) -> None:
        registry.configure(mode, time_limit=0.2, extra=_modules(names))


def _modules(names: tuple[str, ...]) -> dict[str, str]:
    return {name: f"dummy_plugins.{name}" for name in names}


@pytest.fixture
def rules() -> Iterator[Rules]:
    before = registry.configuration()
    yield Rules()
    registry.configure(before.mode, before.time_limit, before.extra)


@pytest.fixture
def declare(monkeypatch: pytest.MonkeyPatch, rules: Rules) -> Any:
    """Loads plugins whose hooks are given as dictionaries, in this process."""
    from dummy_plugins.misbehaving import module_with

    def load(**plugins: dict[str, Any]) -> None:
        for name, hooks in plugins.items():
            monkeypatch.setitem(sys.modules, f"dummy_{name}", module_with(hooks))
        rules.inline(**{name: f"dummy_{name}" for name in plugins})

    return load


@pytest.fixture(params=["inline", "child"])
def mode(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def alive(pid: int) -> bool:
    """A zombie counts as dead."""
    try:
        with open(f"/proc/{pid}/stat") as stat:
            return stat.read().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.fixture
def is_alive() -> Any:
    assert os.path.isdir("/proc/self")
    return alive
