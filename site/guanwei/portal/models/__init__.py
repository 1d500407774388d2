"""What the portal consists of: its pages of structure, and what stands around every page."""

from guanwei.portal.models.arrangement import Arrangement, Redirection
from guanwei.portal.models.structure import ColumnPage, HomePage

__all__ = ["Arrangement", "ColumnPage", "HomePage", "Redirection"]
