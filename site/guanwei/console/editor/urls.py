"""Addresses of the writing side, below the admin's own."""

from django.urls import path

from guanwei.console.editor.screens import chain, withdrawing

app_name = "editor"
urlpatterns = [
    path("chain/<slug:family>/<int:object_id>/", chain.chain, name="chain"),
    path("withdraw/<int:submission_id>/", withdrawing.withdraw, name="withdraw"),
]
