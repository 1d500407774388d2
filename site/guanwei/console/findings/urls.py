"""Addresses of findings, below the admin's own."""

from django.urls import path

from guanwei.console.findings import views
from guanwei.console.findings.live.views import now

app_name = "findings"
urlpatterns = [
    path("findings/now/", now, name="now"),
    path("findings/<slug:family>/<int:object_id>/", views.findings, name="findings"),
]
