"""Addresses of the timeline, below the admin's own."""

from django.urls import path

from guanwei.console.timeline import views

app_name = "timeline"
urlpatterns = [
    path("timeline/<slug:family>/<int:object_id>/", views.timeline, name="timeline"),
    path("compare/", views.compare, name="compare"),
]
