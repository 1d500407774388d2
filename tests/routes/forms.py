"""What anybody could send to an address: its own forms, filled in and bent, and every name that publishes."""

import json
from typing import Any

from bs4 import BeautifulSoup, SoupStrainer
from guanwei.testing.bench.forms import _value, pictures
from routes.stage import UNSIGNED, Stage
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

# Names of buttons and fields by which stock screens put something before the public.
PUBLISHING = {
    "action-publish": "action-publish",
    "action-submit": "action-submit",
    "live": "on",
    "go_live_at": "2020-01-01 00:00",
    "approved_go_live_at": "2020-01-01 00:00",
    "publish_copies": "on",
    "include_descendants": "on",
    "copy_subpages": "on",
    "keep_live": "true",
    "recursive": "true",
    "confirm": "on",
    "next": "/admin/",
}
# Streams are drawn by a script: one paragraph that nobody signed. A post has no body and leaves it be.
BODY = nested_form_data({"body": streamfield([("paragraph", rich_text(f"<p>{UNSIGNED}</p>"))])})
FORMS = SoupStrainer("form")
WORDS = ("title", "text", "summary", "site_name", "introduction", "welcome", "copyright_holder", "name")


def forms_of(html: bytes) -> list[dict[str, Any]]:
    """The fields of each form on a page that posts, as the browser would send them."""
    soup = BeautifulSoup(html, "lxml", parse_only=FORMS)
    return [_fields(form) for form in soup.select("form") if form.get("method", "").lower() == "post"]


def _fields(form: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for field in form.select("input, select, textarea"):
        name, kind = field.get("name"), field.get("type", "")
        if not name or "__prefix__" in name or kind in ("submit", "button", "file"):
            continue
        if kind in ("checkbox", "radio") and not field.has_attr("checked"):
            continue
        found[name] = _value(field)
    if "variants-TOTAL_FORMS" in found:
        found |= BODY
        for number in range(int(found["variants-TOTAL_FORMS"] or 0)):
            found |= pictures(f"variants-{number}")
    return found


def bent(fields: dict[str, Any]) -> dict[str, Any]:
    """The form with its words changed and every publishing button pressed."""
    changed = {
        name: UNSIGNED if name.rpartition("-")[2] in WORDS else value for name, value in fields.items()
    }
    return {**changed, **PUBLISHING}


def blind(stage: Stage) -> dict[str, Any]:
    """Sent without having seen any form: all that stock Wagtail's views read from a request."""
    return {
        **PUBLISHING,
        "title": UNSIGNED,
        "new_title": UNSIGNED,
        "slug": "by-the-back",
        "new_slug": "by-the-back",
        "new_parent_page": stage.county.notices.pk,
        "destination_page_id": stage.county.notices.pk,
        "revision_id": stage.live_page.get_latest_revision().pk,
        "position": "0",
        "alias": "on",
        "root_page": stage.live_page.pk,
        "hostname": "elsewhere.test",
        "port": "80",
        "restriction_type": "none",
        "reason": "试一试",
        "take_down_reason": "",
        "action": "release",
    }


def as_json(fields: dict[str, Any]) -> str:
    """For addresses that read JSON."""
    return json.dumps({name: value for name, value in fields.items() if not name.startswith("action-")})
