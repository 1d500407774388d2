"""The administrators' screen, below the admin's own addresses."""

from django.urls import path

from guanwei.console.programs import overseeing

app_name = "programs"
urlpatterns = [path("tokens/", overseeing.tokens, name="tokens")]
