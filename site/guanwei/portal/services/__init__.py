"""What can be done with the portal: one function per verb."""

from guanwei.portal.services.consulting import consult, look_at_contact
from guanwei.portal.services.founding import ColumnPlan, found_site
from guanwei.portal.services.naming import name_unit
from guanwei.portal.services.trees import found_tree, submit_tree

__all__ = ["ColumnPlan", "consult", "found_site", "found_tree", "look_at_contact", "name_unit", "submit_tree"]
