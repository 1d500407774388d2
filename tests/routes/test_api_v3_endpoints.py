"""Every endpoint that Wagtail registers was looked at; one that nobody looked at is closed."""

import pytest
from django.urls import get_resolver
from guanwei.console.programs.endpoints import OPEN, Access, access_of, why_closed

# Looked at and closed: method and path below the mount.
CLOSED = {
    "DELETE pages/<page_id>/",
    "POST pages/<page_id>/actions/publish/",
    "POST pages/<page_id>/actions/unpublish/",
    "POST pages/<page_id>/actions/copy/",
    "POST pages/<page_id>/actions/move/",
    "DELETE pages/<page_id>/actions/delete/",
    "POST pages/<page_id>/actions/revert/",
    "POST pages/<page_id>/actions/convert_alias/",
    "POST pages/<page_id>/actions/create_alias/",
    "POST pages/<page_id>/actions/copy_for_translation/",
    "GET sites/",
    "POST sites/",
    "GET sites/<site_id>/",
    "PUT sites/<site_id>/",
    "DELETE sites/<site_id>/",
    "DELETE snippets/<type>/<pk>/",
    "DELETE snippets/<type>/<pk>/actions/delete/",
    "POST snippets/<type>/<pk>/actions/publish/",
    "POST snippets/<type>/<pk>/actions/unpublish/",
    "POST snippets/<type>/<pk>/actions/revert/",
    "POST snippets/<type>/<pk>/actions/copy_for_translation/",
    "PATCH documents/<document_id>/",
    "DELETE documents/<document_id>/",
    "PATCH images/<image_id>/",
    "DELETE images/<image_id>/",
    "GET docs/",
    "GET ",
}
OUTSIDE_THE_ROUTERS = {"GET openapi.json", "GET docs/", "GET "}


def registered() -> set[str]:
    """Method and path of every operation that any router brings."""
    from wagtail.api.v3.api import api

    found = set(OUTSIDE_THE_ROUTERS)
    for prefix, router in api._routers:
        for path, view in router.path_operations.items():
            whole = f"{prefix}{path}".replace("//", "/").lstrip("/").replace("{", "<").replace("}", ">")
            found |= {f"{method} {whole}" for operation in view.operations for method in operation.methods}
    return found


def test_every_endpoint_was_looked_at() -> None:
    assert registered() == set(OPEN) | CLOSED


def test_every_pattern_stands_behind_the_door() -> None:
    mounted = next(each for each in get_resolver().url_patterns if str(each.pattern) == "api/v3/")
    assert mounted.url_patterns
    for pattern in mounted.url_patterns:
        assert "behind_the_door" in pattern.callback.__code__.co_name, pattern


def test_nobody_may_use_an_endpoint_that_is_not_listed() -> None:
    assert access_of("POST", "pages/<page_id>/actions/new_in_a_later_wagtail/") is None
    assert access_of("TRACE", "pages/") is None


@pytest.mark.parametrize("endpoint", sorted(CLOSED))
def test_each_closed_endpoint_says_who_can_do_what_instead(endpoint: str) -> None:
    method, _space, path = endpoint.partition(" ")
    assert why_closed(method, path).endswith("。")


def test_strangers_meet_three_endpoints() -> None:
    assert [name for name, access in OPEN.items() if access is Access.ANYBODY] == [
        "GET pages/",
        "GET pages/find/",
        "GET pages/<page_id>/",
    ]
