"""``python .ci/mutants [NAME ...] [--search]``: change one line of the machinery, and see the law's test die.

Each of ``mutants.toml`` is made in a copy of the tree, one after another; the tree itself stays as it is. Exit
code 1 where a test lives on. ``--search`` runs all of tests/laws until one dies, and names it.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
TABLE = Path(__file__).with_name("mutants.toml")
COPIED = ("pyproject.toml", "site", "tests", "plugins", "themes")
# Where not even a county can be made the first test's set-up dies.
DIED = re.compile(r"^(?:FAILED|ERROR) (tests/\S+?)(?:\[.*)?(?: - .*)?$", re.MULTILINE)
# Of pytest: tests failed; the collection or a fixture broke.
RED = (1, 2)


def main() -> int:
    parser = argparse.ArgumentParser("python .ci/mutants", description=__doc__)
    parser.add_argument("names", nargs="*", help="of mutants.toml; all where none is named")
    parser.add_argument("--search", action="store_true", help="look for the test that dies")
    asked = parser.parse_args()
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    lived = 0
    with tempfile.TemporaryDirectory() as folder:
        copy = copied(Path(folder))
        for name in asked.names or table:
            died = tried(copy, table[name], search=asked.search)
            lived += not died
            print(f"{name}: {died or 'LIVES'}", flush=True)  # noqa: T201 - the script's own output
    return 1 if lived else 0


def copied(folder: Path) -> Path:
    """What tests need of the tree, in ``folder``."""
    for name in COPIED:
        source = ROOT / name
        ignored = shutil.ignore_patterns("__pycache__", "*.pyc", "node_modules")
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, folder / name, **({"ignore": ignored} if source.is_dir() else {}))
    return folder


def tried(copy: Path, mutant: dict[str, Any], *, search: bool) -> str:
    """The test that died of the mutant; empty where none did."""
    path = copy / "site" / "guanwei" / mutant["file"]
    sound = path.read_text(encoding="utf-8")
    if sound.count(mutant["was"]) != 1:
        sys.exit(f"{mutant['file']}: the line of the mutant stands there {sound.count(mutant['was'])} times")
    path.write_text(sound.replace(mutant["was"], mutant["becomes"]), encoding="utf-8")
    try:
        return died_of(copy, "tests/laws" if search else mutant["killed_by"], mutant)
    finally:
        path.write_text(sound, encoding="utf-8")


def died_of(copy: Path, tests: str, mutant: dict[str, Any]) -> str:
    """The first of ``tests`` that is red in the copy."""
    database = mutant.get("database", "sqlite")
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(filter(None, [str(copy / "site"), os.environ.get("PYTHONPATH")])),
        "PYTHONDONTWRITEBYTECODE": "1",
        "GUANWEI_TEST_DATABASE": database,
        "GUANWEI_TEST_DB_SUFFIX": "_mutants",
        "GUANWEI_VAR": str(copy / "var"),
    }
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-x",
        "-p",
        "no:cacheprovider",
        "--reuse-db",
        *tests.split(),
    ]
    if database == "postgresql":
        command = [str(ROOT / ".ci" / "postgres"), *command]
    done = subprocess.run(
        command,
        cwd=copy,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    found = DIED.search(done.stdout)
    if done.returncode not in (0, *RED):
        sys.exit(done.stdout + done.stderr)
    return found[1] if done.returncode and found else ""


if __name__ == "__main__":
    sys.exit(main())
