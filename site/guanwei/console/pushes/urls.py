"""Addresses of the pushes, below the admin's own."""

from django.urls import path

from guanwei.console.pushes.views import composing, overview, showing

app_name = "pushes"
urlpatterns = [
    path("", overview.index, name="index"),
    path("new/<slug:account>/", composing.new, name="new"),
    path("<int:push_id>/", composing.edit, name="edit"),
    path("<int:push_id>/preview/", showing.preview, name="preview"),
]
