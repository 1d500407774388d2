"""Where a rule process stands, in memory that the web process reads: it can't be asked while a rule runs."""

from ctypes import Structure, c_double, c_int
from time import monotonic

IDLE = -1


class Place(Structure):
    """``position`` is that of the source or question at work, or IDLE.

    ``began`` is when the process took its call, by the clock that all processes of a machine share; 0 before
    it did and after it answered. What passes outside of that isn't the plugin's time.
    """

    _fields_ = (("position", c_int), ("began", c_double))

    position: int
    began: float

    def clear(self) -> None:
        """Before a call is given."""
        self.position, self.began = IDLE, 0.0

    def seconds(self) -> float:
        """How long the process has been at the call; 0 while it isn't."""
        began = self.began
        return monotonic() - began if began else 0.0
