"""Headers that tell browsers what our pages may do. The portal's are strict; the admin's as strict as Wagtail lets us.

What Wagtail 8 needs beyond the portal's policy, and why, stands in docs/SECURITY.md and in project/policies.py.
"""

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

PERMISSIONS = ", ".join(
    f"{each}=()"
    for each in (
        "accelerometer", "autoplay", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer",
        "microphone", "midi", "payment", "usb",
    )
)  # fmt: skip


class PolicyMiddleware(CSPMiddleware):
    """Chooses the policy by the page, and lets nothing be framed that isn't a preview."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return super().process_response(request, response)

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if report_only:
            return parts
        if response.headers.get("X-Frame-Options") == "SAMEORIGIN":
            # Only Wagtail's preview views say so: the editor shows them in a frame.
            parts.replace = {**(parts.replace or {}), **settings.GUANWEI_POLICIES["preview"]}
        elif request.path.startswith("/admin/"):
            parts.replace = {**(parts.replace or {}), **settings.GUANWEI_POLICIES["admin"]}
        return parts
