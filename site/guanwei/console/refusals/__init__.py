"""Refusals of the gate reach the person as sentences, from whatever screen of Wagtail's they come."""
