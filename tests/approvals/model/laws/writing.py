"""Writing and editing: whoever changed something contributed; a changed fact ends the try."""

from approvals.model.laws.standing import Standing
from approvals.model.manuscripts import (
    Content,
    Item,
)


class Writing(Standing):
    """Acts of writers."""

    def write(self, person: int, content: Content, at_the_desk: bool) -> str:
        if at_the_desk and not self.writes_somewhere(person):
            return "no writer"
        self.items.append(Item(content, [content], [person]))
        return ""

    def edit(self, person: int, item: Item, content: Content, at_the_desk: bool) -> str:
        """At the desk rights are asked; whoever has the shell is recorded as contributor all the same."""
        units = {item.draft.supplier, item.draft.manager}
        entitled = person not in self.people.away and (
            person == self.people.root or self.writes(person, units)
        )
        if at_the_desk and not entitled:
            return "no writer"
        before, item.draft = item.draft, content
        if before == content:
            return ""
        item.contributions.append(person)
        item.shown.append(content)
        submission = item.submission
        if submission and submission.state == "open" and before.parts()["facts"] != content.parts()["facts"]:
            submission.state = "lapsed"
        return ""
