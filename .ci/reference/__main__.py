"""``python .ci/reference [--check]``: writes the pages of docs that are made from the code, and the packages' proofs.

With ``--check`` nothing is written; a file that is not what the code says is named, and the exit code is 1.
"""

import argparse
import sys
from pathlib import Path

from clauses_page import chinese_clauses_page, clauses_page, proofs_of_packages
from defence_page import defence_page
from facts_page import facts_page
from hooks_page import hooks_page
from laws_page import laws_page

ROOT = Path(__file__).resolve().parents[2]
PAGES = {
    "reference/clauses.md": clauses_page,
    "reference/defence.md": defence_page,
    "reference/hooks.md": hooks_page,
    "reference/facts.md": facts_page,
    "reference/laws.md": laws_page,
    "zh/clauses.md": chinese_clauses_page,
}


def main() -> int:
    parser = argparse.ArgumentParser(
        "make docs", description="the reference pages that are made from the code"
    )
    parser.add_argument("--check", action="store_true", help="write nothing; 1 when a file is out of date")
    write = not parser.parse_args().check
    wanted = {ROOT / "docs" / name: page(ROOT) for name, page in PAGES.items()} | proofs_of_packages(ROOT)
    stale = [path for path, text in wanted.items() if differs(path, text, write=write)]
    for path in stale:
        sys.stderr.write(f"{path.relative_to(ROOT)} is not what the code says; run make docs.\n")
    return 1 if stale else 0


def differs(path: Path, wanted: str, *, write: bool) -> bool:
    """Whether the file is out of date; never where it may be written."""
    if write:
        path.write_text(wanted, encoding="utf-8")
        return False
    return not path.exists() or path.read_text(encoding="utf-8") != wanted


if __name__ == "__main__":
    sys.exit(main())
