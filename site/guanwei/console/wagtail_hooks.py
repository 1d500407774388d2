"""Where Wagtail looks for the console's hooks; each subject registers its own."""

from guanwei.console.registers import hooks as registers_hooks
from guanwei.console.review import hooks as review_hooks
from guanwei.console.timeline import hooks as timeline_hooks

__all__ = ["registers_hooks", "review_hooks", "timeline_hooks"]
