"""Addresses of the word lists, below the admin's own."""

from django.urls import path

from guanwei.console.words import views

app_name = "words"
urlpatterns = [
    path("", views.index, name="index"),
    path("<int:list_id>/", views.word_list, name="list"),
    path("<int:list_id>/export/", views.export, name="export"),
]
