"""Addresses of emergencies, below the admin's own."""

from django.urls import path

from guanwei.console.emergencies.views import calls, reviews

app_name = "emergencies"
urlpatterns = [
    path("second-reviews/<int:review_id>/", reviews.review, name="review"),
    path("second-reviews/<int:review_id>/numbers/", reviews.number, name="number"),
    path("telephone/<int:submission_id>/<int:step_id>/", calls.call, name="call"),
]
