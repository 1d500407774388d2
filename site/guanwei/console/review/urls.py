"""Addresses of the reviewing side, below the admin's own."""

from django.urls import path

from guanwei.console.review.views import deliveries, papers, queue, signing

app_name = "review"
urlpatterns = [
    path("queue/", queue.queue, name="queue"),
    path("sign/<int:submission_id>/", signing.sign, name="sign"),
    path("sign/<int:submission_id>/done/", signing.done, name="done"),
    path("sign/<int:submission_id>/print/", papers.printed, name="print"),
    path("sign/<int:submission_id>/scan/<int:paper_id>/", papers.scan, name="scan"),
    path("sign/<int:submission_id>/take-down/", signing.take_down, name="take_down"),
    path("deliveries/<int:delivery_id>/", deliveries.delivery, name="delivery"),
    path("deliveries/<int:delivery_id>/package/", deliveries.download, name="package"),
]
