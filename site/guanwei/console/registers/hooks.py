"""Registers the registers."""

from wagtail_modeladmin.options import modeladmin_register

from guanwei.console.registers.registers import Registers

modeladmin_register(Registers)
