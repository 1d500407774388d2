"""Wagtail's choosers write an inline script into a form. Ours write the same data as attributes.

Wagtail offers no way to say so from outside, and several of its own forms build their chooser themselves, so the
one method is replaced. tests/doors/test_policy.py fails as soon as Wagtail writes none any more, or others.
"""

import json
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.admin.widgets.chooser import BaseChooser


def connect() -> None:
    """Called once, when the console is ready."""
    BaseChooser.render = render


def render(
    self: Any, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
) -> SafeString:
    """The widget, and what console/widgets.js starts it with."""
    given = attrs or {}
    data = self.get_value_data(value)
    options = self.get_js_init_options(given["id"], name, data)
    return format_html(
        '{}<span hidden data-controller="gw-start" data-gw-start-kind-value="{}"'
        ' data-gw-start-target-value="{}" data-gw-start-options-value="{}"></span>',
        self.render_html(name, data, given),
        self.js_constructor,
        given["id"],
        json.dumps(options),
    )
