"""Where Wagtail looks for the console's hooks; each subject registers its own."""

from guanwei.console.editor import hooks as editor_hooks
from guanwei.console.home import hooks as home_hooks
from guanwei.console.registers import hooks as registers_hooks
from guanwei.console.review import hooks as review_hooks
from guanwei.console.sheets import hooks as sheets_hooks
from guanwei.console.timeline import hooks as timeline_hooks

__all__ = ["editor_hooks", "home_hooks", "registers_hooks", "review_hooks", "sheets_hooks", "timeline_hooks"]
