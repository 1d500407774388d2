"""Where Wagtail looks for the console's hooks; each subject registers its own."""

from guanwei.console.columns import hooks as columns_hooks
from guanwei.console.doors import hooks as doors_hooks
from guanwei.console.editor import hooks as editor_hooks
from guanwei.console.emergencies import hooks as emergencies_hooks
from guanwei.console.entries import hooks as entries_hooks
from guanwei.console.findings import hooks as findings_hooks
from guanwei.console.home import hooks as home_hooks
from guanwei.console.organisations import hooks as organisations_hooks
from guanwei.console.programs import hooks as programs_hooks
from guanwei.console.published import hooks as published_hooks
from guanwei.console.pushes import hooks as pushes_hooks
from guanwei.console.registers import hooks as registers_hooks
from guanwei.console.regulations import hooks as regulations_hooks
from guanwei.console.releases import hooks as releases_hooks
from guanwei.console.review import hooks as review_hooks
from guanwei.console.sheets import hooks as sheets_hooks
from guanwei.console.timeline import hooks as timeline_hooks
from guanwei.console.words import hooks as words_hooks

__all__ = [
    "columns_hooks",
    "doors_hooks",
    "editor_hooks",
    "emergencies_hooks",
    "entries_hooks",
    "findings_hooks",
    "home_hooks",
    "organisations_hooks",
    "programs_hooks",
    "published_hooks",
    "pushes_hooks",
    "registers_hooks",
    "regulations_hooks",
    "releases_hooks",
    "review_hooks",
    "sheets_hooks",
    "timeline_hooks",
    "words_hooks",
]
