"""Addresses of 发布情况, below the admin's own."""

from django.urls import path

from guanwei.console.releases.views import overview, recalls, steering, taking_down

app_name = "releases"
urlpatterns = [
    path("releases/", overview.overview, name="overview"),
    path("releases/<int:release_id>/", steering.release, name="release"),
    path("recalls/<int:recall_id>/", recalls.recall, name="recall"),
    path("take-down/<slug:family>/<int:object_id>/", taking_down.take_down, name="take_down"),
]
