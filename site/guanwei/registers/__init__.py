"""Registers that plugins keep in tables of their own (台账): the base of their entries, who may, what rules read.

A plugin's ``apps.py`` and ``models.py`` may import ``guanwei.registers.apps`` and ``guanwei.registers.models``.
"""
