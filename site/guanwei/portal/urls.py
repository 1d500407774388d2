"""Addresses of the portal beside the tree of pages."""

from django.urls import path

from guanwei.portal import views

app_name = "portal"
urlpatterns = [
    path("accounts/", views.accounts, name="accounts"),
    path("rules/", views.rules, name="rules"),
    path("rules/<str:book>/", views.rule_book, name="rule_book"),
    path("consultations/<int:column_id>/", views.consult, name="consult"),
    path("robots.txt", views.robots, name="robots"),
]
