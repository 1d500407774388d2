"""Screens of the doors."""
