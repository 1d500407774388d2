"""Registers that plugins keep in tables of their own: lists, forms, history, and what editors choose from."""
