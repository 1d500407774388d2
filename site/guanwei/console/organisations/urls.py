"""Addresses of the organisation's screens, below the admin's own."""

from django.urls import path

from guanwei.console.organisations.views import changing, showing

app_name = "organisations"
urlpatterns = [
    path("", showing.index, name="index"),
    path("<slug:slug>/", showing.agency, name="agency"),
    path("<slug:slug>/add/", changing.add, name="add"),
    path("<slug:slug>/change/", changing.change, name="change"),
]
