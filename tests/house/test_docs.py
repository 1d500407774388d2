"""Every page can be reached, and every link leads somewhere."""

import re
from pathlib import Path

from guanwei.testing.contract import PluginContract

LINK = re.compile(r"\]\((?!\w+:)([^)#]+)")
DIAGRAM = re.compile(r"^```mermaid\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def pages(root: Path) -> list[Path]:
    return [root / "README.md", *sorted(root.glob("docs/**/*.md")), *root.glob("plugins/*/README.md")]


def links(page: Path) -> list[Path]:
    return [(page.parent / link).resolve() for link in LINK.findall(page.read_text(encoding="utf-8"))]


def test_every_link_leads_somewhere(root: Path) -> None:
    broken = [
        f"{page.relative_to(root)}: {link}"
        for page in pages(root)
        for link in links(page)
        if not link.exists()
    ]
    assert broken == []


def test_every_page_can_be_reached_from_the_index(root: Path) -> None:
    reached, waiting = set(), [root / "docs" / "README.md"]
    while waiting:
        page = waiting.pop()
        if page not in reached and page.suffix == ".md":
            reached.add(page)
            waiting += links(page)
    lost = [page for page in sorted(root.glob("docs/**/*.md")) if page not in reached]
    # Fragments of the next version's list of changes come and go; their folder is linked.
    assert [page for page in lost if page.parent.name != "changes"] == []


def test_the_architecture_draws_every_room(root: Path) -> None:
    text = (root / "docs" / "explanation" / "architecture.md").read_text(encoding="utf-8")
    drawn = set(re.findall(r'^ {4}(\w+)\["\w+: ', "".join(DIAGRAM.findall(text)), re.MULTILINE))
    assert drawn == {path.parent.name for path in (root / "site" / "guanwei").glob("*/__init__.py")}


def test_every_promise_of_the_contract_is_described(root: Path) -> None:
    text = (root / "docs" / "reference" / "testing.md").read_text(encoding="utf-8")
    promised = [name for name in vars(PluginContract) if name.startswith("test_")]
    assert re.findall(r"^\| `(test_\w+)` \|", text, re.MULTILINE) == promised
