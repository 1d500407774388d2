"""Addresses of the portal beside the tree of pages."""

from django.urls import path

from guanwei.portal import views

app_name = "portal"
urlpatterns = [
    path("accounts/", views.accounts, name="accounts"),
    path("robots.txt", views.robots, name="robots"),
]
