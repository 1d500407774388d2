"""Screens of the editor beside Wagtail's own."""
