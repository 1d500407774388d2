"""Screens of the pushes."""
