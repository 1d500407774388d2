"""The stock side as a Django application of its own project."""

from django.apps import AppConfig


class StockConfig(AppConfig):
    """A page with the same fields and no rules."""

    name = "guanwei.testing.bench.stock"
    label = "stock"
    default_auto_field = "django.db.models.BigAutoField"
