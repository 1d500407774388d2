"""Addresses of the pushes, below the admin's own."""

from django.urls import path

from guanwei.console.pushes import views

app_name = "pushes"
urlpatterns = [
    path("", views.index, name="index"),
    path("new/<slug:account>/", views.new, name="new"),
    path("<int:push_id>/", views.edit, name="edit"),
    path("<int:push_id>/preview/", views.preview, name="preview"),
]
