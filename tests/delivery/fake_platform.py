"""A platform in memory that does what platforms do: loses replies, takes things in late, reviews, lies low."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from guanwei.delivery.services.waits import SETTLES_AFTER
from guanwei.delivery.transports import NotSent, Outcome, Pending, Sent, Unknown

# What a platform takes in late, it takes in before its "not there" is believed: that much is assumed.
LATEST = SETTLES_AFTER - timedelta(seconds=5)
SENDING = (
    "taken",
    "refused",
    "reply lost",
    "request lost",
    "late",
    "reviewed",
    "review unheard",
    "raises",
    "nonsense",
    "dies before",
    "dies after",
)
FINDING = ("tells", "silent", "raises", "nonsense")


class Died(BaseException):
    """Stands for the end of the process: nothing catches it."""


@dataclass
class FakePlatform:
    """``public`` and ``reviewing`` hold markers, each as often as it was taken in."""

    now: datetime
    public: list[str] = field(default_factory=list)
    reviewing: list[str] = field(default_factory=list)
    on_the_way: list[tuple[datetime, str]] = field(default_factory=list)
    next_sendings: list[str] = field(default_factory=list)
    next_finding: str = "tells"
    meanwhile: Any = None
    sends: int = 0

    def address(self, key: str) -> str:
        return f"https://weibo.com/1234567890/{key[:16]}"

    def holds(self, key: str) -> int:
        """How many posts of ``key`` there are or will be, unless a review ends them."""
        way = [each for _at, each in self.on_the_way]
        return (self.public + self.reviewing + way).count(key)

    def pass_time(self, seconds: float) -> None:
        """Its own clock never goes back. What was on its way arrives."""
        self.now += timedelta(seconds=max(seconds, 0))
        arrived = [key for at, key in self.on_the_way if at <= self.now]
        self.on_the_way = [each for each in self.on_the_way if each[0] > self.now]
        self.public += arrived

    def decide(self, passes: bool) -> None:
        """The review of everything ends."""
        self.public += self.reviewing if passes else []
        self.reviewing = []

    def send(self, key: str, _message: dict[str, Any]) -> Outcome:
        self.sends += 1
        how = self.next_sendings.pop(0) if self.next_sendings else "taken"
        if self.meanwhile:
            meanwhile, self.meanwhile = self.meanwhile, None
            meanwhile()
        if how == "dies before":
            raise Died
        if how == "refused":
            return NotSent("内容不合要求")
        if how == "late":
            self.on_the_way.append((self.now + LATEST, key))
        elif how in ("reviewed", "review unheard"):
            self.reviewing.append(key)
        elif how != "request lost":
            self.public.append(key)
        return self._answered(how, key)

    def _answered(self, how: str, key: str) -> Outcome:
        if how == "dies after":
            raise Died
        if how == "raises":
            raise KeyError("token")
        if how == "nonsense":
            return "ok"  # type: ignore[return-value]
        if how == "taken":
            return Sent(self.address(key))
        return Pending("平台审核") if how == "reviewed" else Unknown("没有收到回答")

    def find(self, key: str) -> Outcome:
        how, self.next_finding = self.next_finding, "tells"
        if how == "silent":
            return Unknown("暂时查不到")
        if how == "raises":
            raise TimeoutError
        if how == "nonsense":
            return None  # type: ignore[return-value]
        if key in self.public:
            return Sent(self.address(key))
        return Pending("平台审核") if key in self.reviewing else NotSent("没有这一条")
