"""Transports that ship with the core."""
