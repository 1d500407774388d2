"""Keeps the catalogues complete: what the sources say, what the catalogues hold, what a screen asked for.

``make catalogues`` extracts and merges; tests/house/test_catalogues.py is red where something is missing.
"""
