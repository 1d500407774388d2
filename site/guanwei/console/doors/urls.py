"""Addresses of the doors: before Wagtail's own, whose sign-in they replace."""

from django.urls import path

from guanwei.console.doors.views import entrance

urlpatterns = [
    path("login/", entrance.SignInView.as_view(), name="wagtailadmin_login"),
    path("login/code/", entrance.code, name="doors_code"),
]
