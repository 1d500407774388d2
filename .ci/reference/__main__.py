"""``python .ci/reference [--check]``: writes the pages of docs/reference that are made from the code.

With ``--check`` nothing is written; a page that is not what the code says is named, and the exit code is 1.
"""

import argparse
import sys
from pathlib import Path

from defence_page import defence_page
from facts_page import facts_page
from hooks_page import hooks_page
from laws_page import laws_page

ROOT = Path(__file__).resolve().parents[2]
PAGES = {
    "defence.md": defence_page,
    "hooks.md": hooks_page,
    "facts.md": facts_page,
    "laws.md": laws_page,
}


def main() -> int:
    parser = argparse.ArgumentParser(
        "make docs", description="the reference pages that are made from the code"
    )
    parser.add_argument("--check", action="store_true", help="write nothing; 1 when a page is out of date")
    write = not parser.parse_args().check
    stale = [name for name, page in PAGES.items() if differs(name, page(ROOT), write=write)]
    for name in stale:
        sys.stderr.write(f"docs/reference/{name} is not what the code says; run make docs.\n")
    return 1 if stale else 0


def differs(name: str, wanted: str, *, write: bool) -> bool:
    """Whether the page is out of date; never where it may be written."""
    page = ROOT / "docs" / "reference" / name
    if write:
        page.write_text(wanted, encoding="utf-8")
        return False
    return not page.exists() or page.read_text(encoding="utf-8") != wanted


if __name__ == "__main__":
    sys.exit(main())
