"""Whose columns a person reads, and which of them the person keeps."""

from guanwei.console.organisations.reach import OVERLOOKING, agencies_read
from guanwei.organisations.models import Person
from guanwei.organisations.rights.holdings import holdings_of
from guanwei.portal.queries.alarms import DeadLink, dead_links
from guanwei.portal.queries.trees import Tree, trees_of
from guanwei.publishing.rights.manuscripts import may_keep
from guanwei.registry import catalogue


def trees_read(person: Person) -> list[Tree]:
    """The trees of the agencies that the person reads. Kept on the instance: the menu asks, then the screen."""
    if not hasattr(person, "_trees_read"):
        person._trees_read = trees_of(agencies_read(person))  # type: ignore[attr-defined]
    found: list[Tree] = person._trees_read  # type: ignore[attr-defined]
    return found


def has_trees(person: Person) -> bool:
    """Whether the menu shows them: at once for who holds a post of a book with columns, else only overseers ask."""
    held = holdings_of(person)
    books = {owner.name for each in held.posts if (owner := catalogue().owner_of(each.role)) is not None}
    if any(catalogue().of(each).columns for each in books):
        return True
    overseeing = held.keeping or any(held.where(each) for each in OVERLOOKING)
    return bool(overseeing and catalogue().columns and trees_read(person))


def tree_read(person: Person, slug: str, plugin: str) -> Tree | None:
    """One of them."""
    return next(
        (each for each in trees_read(person) if (each.agency.slug, each.plugin.name) == (slug, plugin)), None
    )


def links_to_mend(person: Person) -> list[DeadLink]:
    """Dead links of the columns that the person keeps."""
    return [each for each in dead_links() if may_keep(person, each.column)]
