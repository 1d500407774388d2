"""Addresses of the administrator's screens, below the admin's own."""

from django.urls import path

from guanwei.console.registers import posts, rules, sheets

app_name = "registers"
urlpatterns = [
    path("posts/", posts.posts, name="posts"),
    path("forms/<int:sheet_id>/", sheets.form_sheet, name="form_sheet"),
    path("rules/", rules.rules, name="rules"),
    path("rules/<slug:slug>/", rules.organisation, name="organisation"),
]
