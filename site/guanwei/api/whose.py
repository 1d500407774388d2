"""Whose post a declaration means."""

from enum import StrEnum


class Whose(StrEnum):
    """Whose holder of the role a step asks for, relative to the manuscript."""

    SUPPLIER = "supplier"
    """The post is held in the supplying unit (供稿单位)."""
    MANAGER = "manager"
    """The post is held in the unit that manages the accounts (管理部门)."""
    OVERSEER_OF_SUPPLIER = "overseer_of_supplier"
    """The leader whose appointment oversees the supplying unit (分管领导)."""
    OVERSEER_OF_MANAGER = "overseer_of_manager"
    """The leader whose appointment oversees the managing unit."""
    OVERSEER_OF_SUBJECT = "overseer_of_subject"
    """The leader whose appointment names the item's subject (分管事项); of the managing unit's agency."""
    COLUMN = "column"
    """The post is held in the unit that keeps the item's column (栏目责任单位)."""
    CONCERNED = "concerned"
    """The post is held in a unit that the item names as concerned (涉及单位); for confirmations alone."""
    AGENCY = "agency"
    """The post is held in the agency that the managing unit belongs to."""
