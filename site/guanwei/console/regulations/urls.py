"""Addresses of citations and originals, below the admin's own."""

from django.urls import path

from guanwei.console.regulations import citing, loading

app_name = "regulations"
urlpatterns = [
    path("citations/", citing.citation, name="citation"),
    path("originals/<str:book>/", loading.originals, name="originals"),
    path("originals/<str:book>/<int:version>/", loading.original, name="original"),
]
