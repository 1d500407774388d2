"""The house has few doors: what lies at the top of the checkout is agreed."""

from fnmatch import fnmatch
from pathlib import Path

import pytest

AGREED = {
    "site",
    "plugins",
    "themes",
    "tests",
    "docs",
    "pyproject.toml",
    "requirements.lock",
    "Makefile",
    "README.md",
    "LICENSE",
}


def test_only_agreed_names_at_the_top(root: Path) -> None:
    ignored = [line.strip("/") for line in (root / ".gitignore").read_text().split()]
    found = {
        entry.name
        for entry in root.iterdir()
        if not entry.name.startswith(".") and not any(fnmatch(entry.name, pattern) for pattern in ignored)
    }
    assert found <= AGREED, f"unagreed: {sorted(found - AGREED)}"
    assert found >= AGREED, f"missing: {sorted(AGREED - found)}"


def test_no_package_is_named_site(root: Path) -> None:
    # The standard library's own `site` is loaded before any path of ours (docs/adr/0001).
    assert not (root / "site" / "__init__.py").exists()


@pytest.mark.parametrize("script", ["run", "setup", "test", "postgres", "lock", "catalogues"])
def test_scripts_stop_at_the_first_error_and_can_be_run(root: Path, script: str) -> None:
    path = root / ".ci" / script
    assert path.stat().st_mode & 0o111, f"{script} is not executable"
    assert "\nset -euo pipefail\n" in path.read_text(encoding="utf-8")
