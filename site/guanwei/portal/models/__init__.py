"""What the portal consists of: its pages of structure, what stands around every page, what citizens ask."""

from guanwei.portal.models.arrangement import Arrangement, Redirection, ShownOriginal
from guanwei.portal.models.consultations import Consultation, ContactLook
from guanwei.portal.models.printed import PrintedUnit
from guanwei.portal.models.structure import ColumnPage, DisplayChoices, HomePage

__all__ = [
    "Arrangement",
    "ColumnPage",
    "Consultation",
    "ContactLook",
    "DisplayChoices",
    "HomePage",
    "PrintedUnit",
    "Redirection",
    "ShownOriginal",
]
