"""县公安局: supplied by its units, edited and put out by the publicity section; what is sensitive goes higher."""

from guanwei.console.demo.acts import release, send, sign, submit
from guanwei.console.demo.pieces import Piece

BOOK = "huaibei-police"
SIGNED = (submit, sign("情况属实，同意报送。"), sign("已编校，时机适当。"), sign("同意发布。"))

PIECES = (
    Piece(
        key="night-checks",
        desk="police",
        title="周末夜间开展酒驾整治",
        category="county.publicity",
        day=4,
        hour="15:00",
        column="news",
        summary="周五至周日夜间在城区主要路口查处酒后驾驶。",
        body=(
            "县公安局交通警察大队周五至周日夜间在城区主要路口开展酒驾整治，请驾驶人员饮酒后不要开车。",
            "发现酒后驾驶，请拨打110举报。",
        ),
        weibo="周五至周日夜间，城区主要路口查处酒后驾驶，请饮酒后不要开车。",
        picture="works",
        supplier="police-traffic",
        fate=(*SIGNED, release, send),
    ),
    Piece(
        key="bridge-closed",
        desk="police",
        title="南大桥维修期间交通管制的通告",
        category="county.disclosure",
        day=1,
        hour="09:00",
        column="notices",
        summary="维修期间禁止货车通行，小型车辆单向放行。",
        body=("因南大桥维修，自下周一起禁止货车通行，小型车辆单向放行，请提前绕行。",),
        weibo="南大桥维修，下周一起禁止货车通行，小型车辆单向放行，请提前绕行。",
        wechat="绕行路线和放行时间。",
        picture="river",
        supplier="police-traffic",
        # What the public must be told is said by the accounts before the page stands.
        fields={"extra": {f"{BOOK}.public_notice": True}},
        fate=(*SIGNED, release, send),
    ),
    Piece(
        key="crash-inquiry",
        desk="police",
        title="城东路口交通事故情况说明",
        category="county.clarification",
        day=0,
        hour="09:20",
        weibo="城东路口发生两车相撞，伤者已送医，无生命危险；事故原因正在调查，请不要传播未经证实的消息。",
        supplier="police-traffic",
        fields={"extra": {f"{BOOK}.sensitive": True, f"{BOOK}.subject": f"{BOOK}.traffic"}},
        # Waits for the bureau leader who oversees the traffic police.
        fate=SIGNED,
    ),
)
