"""Addresses of findings, below the admin's own."""

from django.urls import path

from guanwei.console.findings import views

app_name = "findings"
urlpatterns = [path("findings/<slug:family>/<int:object_id>/", views.findings, name="findings")]
