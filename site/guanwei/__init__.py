"""Guanwei 官微: the admin in which an office's rules for its official accounts and portal run."""

__version__ = "0.1.0"
