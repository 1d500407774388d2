"""Laws L1, L2, L6 and L9 once more, in plain Python, from the architecture's own words.

Each act answers why it is refused, or an empty string, and then the model has done it.
"""

from approvals.model.laws.switching import Switching
from approvals.model.laws.words import holds

__all__ = ["Model", "holds"]


class Model(Switching):
    """All the acts there are, each kind on top of the one that it needs."""
