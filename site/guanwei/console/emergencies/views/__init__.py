"""Screens of emergencies."""
