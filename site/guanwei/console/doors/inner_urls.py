"""Addresses for those who are inside; and the second door, which nobody has passed yet."""

from django.urls import path

from guanwei.console.doors.views import administering, enrolling, own

app_name = "doors"
urlpatterns = [
    path("here/", own.here, name="here"),
    path("mine/", own.own, name="own"),
    path("password/", own.password, name="password"),
    path("factor/", enrolling.factor, name="factor"),
    path("people/", administering.doors, name="administer"),
]
