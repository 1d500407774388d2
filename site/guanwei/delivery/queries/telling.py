"""What the screen says of a delivery: what is known, and what to do now or that nothing is."""

from django.utils import timezone
from django.utils.translation import gettext as _

from guanwei.audit import clock
from guanwei.delivery.models import Delivery, DeliveryState, Event
from guanwei.delivery.queries.carried import carrier_of, went_with_push
from guanwei.publishing.models.releases import PartState


def sentence_of(delivery: Delivery) -> str:
    """One or two sentences; empty where all is done. What was written down with the state goes first."""
    if went_with_push(delivery):
        return _("已随%(carrier)s发出。") % {"carrier": carrier_of(delivery) or _("推送")}
    if delivery.problem:
        return delivery.problem
    told = {
        DeliveryState.PREPARED: _prepared,
        DeliveryState.IN_FLIGHT: _in_flight,
        DeliveryState.SENT: _sent,
        DeliveryState.WITHDRAWN: _withdrawn,
    }.get(DeliveryState(delivery.state))
    return told(delivery) if told else _("没有写明原因；请系统管理员查看发送记录。")


def _prepared(delivery: Delivery) -> str:
    if not delivery.due:
        return _("还没有发出：没有轮到，前一项发布完成后自动发送，现在不用做什么。")
    return _(
        "还没有发出：已经轮到，后台进程会马上发送；几分钟后仍是这样的，请系统管理员运行 guanwei health 检查。"
    )


def _in_flight(delivery: Delivery) -> str:
    latest = delivery.attempts.order_by("-pk").first()
    if latest is None or latest.event != Event.ABOUT_TO_SEND:
        return _("还没有发出：正在核对内容，现在不用做什么。")
    until = delivery.claimed_until or clock.now()
    if until > clock.now():
        return _(
            "正在发送，还没有回答，对方可能已收到；到 %(time)s 没有结果，系统会先查询，不会直接重发。"
        ) % {"time": timezone.localtime(until).strftime("%H:%M:%S")}
    return _("发送进程可能已中断，对方可能已收到；系统会先向对方查询，不会直接重发，现在不用做什么。")


def _sent(delivery: Delivery) -> str:
    if delivery.part.state == PartState.DONE:
        return ""
    return _("已经发出；发布计划还没有记下，后台进程会补记，不用重发。")


def _withdrawn(delivery: Delivery) -> str:
    if delivery.part.state == PartState.RECALLED:
        return _("已从渠道撤回，发布过的地址留在记录里；要再发的，请送审新的渠道稿。")
    return _("稿件已撤下或改由新的一次发布，这一条不再发出。")
