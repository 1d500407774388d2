"""Addresses: the admin, files, then the portal's pages."""

from django.urls import include, path, re_path
from guanwei.console.programs.urls import behind_the_door
from guanwei.portal import files
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

urlpatterns = [
    path("admin/", include("guanwei.console.doors.urls")),
    path("admin/", include(wagtailadmin_urls)),
    path("api/v3/", behind_the_door()),
    path("documents/<int:document_id>/<path:document_filename>", files.attachment, name="public_attachment"),
    path("documents/", include(wagtaildocs_urls)),
    re_path(r"^media/(?P<path>.*)$", files.media),
    path("", include("guanwei.portal.urls")),
    path("", include(wagtail_urls)),
]
