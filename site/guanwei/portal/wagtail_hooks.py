"""Where Wagtail looks for the portal's hooks."""

from wagtail import hooks

from guanwei.portal.files import guard_attachment

hooks.register("before_serve_document", guard_attachment)
