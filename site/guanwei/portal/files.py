"""Files as citizens get them: what live content names, and nothing else. Signed-in people see drafts' too."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils.cache import add_never_cache_headers, patch_cache_control
from django.views.decorators.http import require_safe
from django.views.static import serve
from wagtail.documents.views.serve import serve as serve_document

from guanwei.organisations.rights.backend import ACCESS
from guanwei.publishing.models import Attachment
from guanwei.publishing.queries.files import is_public, public_rendition, stored_in_admin

# Seconds for which a browser keeps a public file: so long may a taken-down one linger there.
KEPT = 300


@require_safe
def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """A picture in the size that a page shows. Originals, and pictures of drafts, are the admin's.

    One query for a public one.
    """
    # PostgreSQL takes no such name, not even to say that it isn't there.
    if "\x00" in path:
        raise Http404
    public = public_rendition(path)
    if not public and not (may_look(request) and stored_in_admin(path)):
        raise Http404
    return _aged(serve(request, path, document_root=settings.MEDIA_ROOT), public)


@require_safe
def attachment(request: HttpRequest, document_id: int, document_filename: str) -> HttpResponseBase:
    """An attachment; ``guard_attachment`` says to whom."""
    response = serve_document(request, document_id, document_filename)
    return _aged(response, getattr(request, "public_attachment", False))


def guard_attachment(document: Attachment, request: HttpRequest) -> None:
    """Hook of Wagtail's own view, wherever that is mounted: a draft's attachment isn't there for the public."""
    request.public_attachment = is_public(document)  # type: ignore[attr-defined]
    if not request.public_attachment and not may_look(request):  # type: ignore[attr-defined]
        raise Http404


def may_look(request: HttpRequest) -> bool:
    """Whether the person uses the admin, where drafts and the library of files are shown."""
    user = getattr(request, "user", None)
    return bool(user is not None and user.is_authenticated and user.has_perm(ACCESS))


def _aged(response: HttpResponseBase, public: bool) -> HttpResponseBase:
    if public:
        patch_cache_control(response, public=True, max_age=KEPT)
    else:
        add_never_cache_headers(response)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    return response
