"""Who does what in each agency: the people behind one desk, in the order in which they sign."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Desk:
    """Usernames and slugs. ``chain`` signs the steps before release, in order."""

    manager: str
    weibo: str
    wechat: str
    editor: str
    chain: tuple[str, ...]
    publisher: str


def by_county_book(agency: str, section: str) -> Desk:
    """审核 → 分管领导签发 → 发布."""
    return Desk(
        manager=section,
        weibo=f"{agency}-weibo",
        wechat=f"{agency}-wechat",
        editor=f"{agency}-editor",
        chain=(f"{agency}-reviewer", f"{agency}-leader"),
        publisher=f"{agency}-publisher",
    )


DESKS = {
    "office": by_county_book("office", "office-media"),
    "water": by_county_book("water", "water-publicity"),
    "veterans": by_county_book("veterans", "veterans-office"),
    "education": by_county_book("education", "education-publicity"),
    # Three reviews, then the head's last look; the officer who compiled an item may review it first.
    "emergency": Desk(
        manager="emergency-publicity",
        weibo="emergency-weibo",
        wechat="emergency-wechat",
        editor="emergency-officer",
        chain=("emergency-officer", "emergency-head", "emergency-leader", "emergency-head"),
        publisher="emergency-administrator",
    ),
    # The supplying unit's own leader first, then the administrator's desk, then the leader beside it.
    "police": Desk(
        manager="police-publicity",
        weibo="police-weibo",
        wechat="police-wechat",
        editor="police-contributor",
        chain=("police-traffic-head", "police-administrator", "police-leader"),
        publisher="police-administrator",
    ),
}
