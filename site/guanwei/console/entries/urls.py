"""Addresses beside the registers' own, below the admin's."""

from django.urls import path

from guanwei.console.entries.search import search

app_name = "entries"
urlpatterns = [path("search/<str:register>/<slug:organisation>/", search, name="search")]
