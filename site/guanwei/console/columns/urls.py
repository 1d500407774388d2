"""Addresses of the columns' screens, below the admin's own."""

from django.urls import path

from guanwei.console.columns.views import asked, founding, showing

app_name = "columns"
urlpatterns = [
    path("", showing.index, name="index"),
    path("asked/", asked.consultations, name="consultations"),
    path("asked/<int:consultation_id>/", asked.consultation, name="consultation"),
    path("<slug:slug>/<slug:plugin>/", showing.tree, name="tree"),
    path("<slug:slug>/<slug:plugin>/supply/", showing.supply, name="supply"),
    path("<slug:slug>/<slug:plugin>/counts/", showing.counts, name="counts"),
    path("<slug:slug>/<slug:plugin>/found/", founding.found, name="found"),
    path("<slug:slug>/<slug:plugin>/sign/", founding.sign, name="sign"),
    path("<slug:slug>/<slug:plugin>/name/", founding.name, name="name"),
]
