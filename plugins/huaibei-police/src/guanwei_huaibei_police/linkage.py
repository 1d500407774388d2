"""第七条: what the public must be told is said on Weibo and WeChat first; the other channels follow."""

from guanwei.api import Linkage, ReleaseOrder

from guanwei_huaibei_police.content import is_notice
from guanwei_huaibei_police.regulation import cite

ACCOUNTS_FIRST = Linkage(
    id="huaibei-police.accounts-first",
    label="两微先发",
    cites=(cite("第七条", "HBP-7.5"),),
    applies=is_notice,
    order=ReleaseOrder.POSTS_FIRST,
)
