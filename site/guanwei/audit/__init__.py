"""The record: who did what and when, what it said then. Lower than every room that writes."""
