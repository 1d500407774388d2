"""Addresses of the forms, below the admin's own."""

from django.urls import path

from guanwei.console.sheets import views

app_name = "sheets"
urlpatterns = [
    path("", views.sheet, name="sheet"),
    path("draft/", views.draft, name="draft"),
    path("archived/<int:sheet_id>/", views.archived_file, name="archived"),
]
