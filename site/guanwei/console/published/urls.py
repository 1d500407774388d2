"""Addresses of what comes after publication, below the admin's own."""

from django.urls import path

from guanwei.console.published.views import acting, activities, showing

app_name = "published"
urlpatterns = [
    path("published/<int:release_id>/", showing.published, name="published"),
    path("published/<int:release_id>/report/", acting.report, name="report"),
    path("published/<int:release_id>/joint/", acting.joint, name="joint"),
    path("published/<int:release_id>/push-on/", acting.push_on, name="push_on"),
    path("published/<int:release_id>/carried/", acting.carried, name="carried"),
    path("error-reports/<int:report_id>/close/", acting.close, name="close"),
    path("activities/", activities.activities, name="activities"),
]
