"""docs/reference/laws.md: each law, and the files whose tests are marked with it."""

from pathlib import Path

from guanwei.testing.contract.reading import marked
from rendering import MADE

LAWS = {
    "L1": ("Sealed", "Nothing goes live and nothing leaves unless a permit stands for exactly that content. Triggers in the database ask as well."),
    "L2": ("Signed", "A permit needs every step of the frozen route signed on the current content, by who held the post; one review each, none on one's own contribution unless the step is open to it."),
    "L3": ("Cited", "Every step, refusal and choice of route names its rule, plugin, version and article, on screen and in the record."),
    "L4": ("Open for rules, closed for change", "The mechanism names no agency and no county. Rules come by installing and switching on, by nothing else."),
    "L5": ("Recorded", "A write to a record that leaves no history is an error. Nothing is deleted from the record."),
    "L6": ("Fails closed, and loudly", "A rule that fails, or a plugin that isn't there, holds its own units' items by name; others go on."),
    "L7": ("At most once", "Sending is written down before it happens; an unknown outcome is looked up or asked, never repeated blindly."),
    "L8": ("Explained", "A route gives its reason, and a refusal says who can do what next."),
    "L9": ("No silent skip", "Where no different, permitted people can take all steps, submitting is refused with the sentence, and nothing is lost."),
}  # fmt: skip
HEAD = """# The laws

No setting lifts one, and none has an exception for anybody. A test that proves one carries `@pytest.mark.law("L1")`.

| law | what holds | proved in |
|---|---|---|
"""


def laws_page(root: Path) -> str:
    """The whole page."""
    proofs = _proofs(root)
    rows = [
        f"| **{number} {name}** | {says} | {'<br>'.join(f'`{path}`' for path in proofs.get(number, []))} |"
        for number, (name, says) in LAWS.items()
    ]
    return MADE + HEAD + "\n".join(rows) + "\n"


def _proofs(root: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for path in sorted([*root.glob("tests/**/test_*.py"), *root.glob("plugins/*/tests/**/test_*.py")]):
        for number in marked(path, "law"):
            found.setdefault(number, []).append(path.relative_to(root).as_posix())
    return found
