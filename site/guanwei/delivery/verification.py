"""The sender recomputes (law L1): what goes out is what the standing permit names, or it stays here."""

from django.utils.translation import gettext as _

from guanwei.api import Refusal
from guanwei.approvals.models import Permit
from guanwei.approvals.subjects import parts_of
from guanwei.audit.canonical import whole
from guanwei.delivery.models import Delivery
from guanwei.delivery.payloads import RENDERER, payload_digest
from guanwei.delivery.rendering.pushes import payload_of
from guanwei.organisations.queries.rules import not_loaded
from guanwei.publishing.models.releases import ReleaseState
from guanwei.publishing.queries.addresses import link_refusals
from guanwei.publishing.queries.push_sending import sending_refusals
from guanwei.publishing.queries.snapshots import object_of
from guanwei.screening.marks import refusals_of_marks


def refusals_to_send(delivery: Delivery) -> list[Refusal]:
    """Why the delivery may not go out now. Reads only; nothing that is stored as a digest is believed."""
    release = delivery.part.release
    # Read anew: a permit revoked while the delivery lay here must stop it.
    permit = Permit.objects.select_related("snapshot").get(pk=release.permit_id)
    if permit.revoked_at is not None:
        return [Refusal(_("发布许可已撤销，不能发出；需要发布的，请编辑修改后重新送审。"))]
    if marked := refusals_of_marks(permit.family, permit.object_id):
        return marked
    if release.state in (ReleaseState.HELD, ReleaseState.TAKEN_DOWN):
        return [
            Refusal(
                _("这次发布%(state)s，不能发出；请发布人先处理这次发布。")
                % {"state": release.get_state_display()}
            )
        ]
    return _missing_plugins(permit) or _content_refusals(delivery, permit)


def _missing_plugins(permit: Permit) -> list[Refusal]:
    """Rules in force whose plugin is gone since the release: nothing more goes out by them (law L6)."""
    submission = permit.submission
    return not_loaded(submission.supplier, submission.manager) if submission is not None else []


def _content_refusals(delivery: Delivery, permit: Permit) -> list[Refusal]:
    manuscript = object_of(permit.snapshot)
    found = parts_of(manuscript) if manuscript is not None else {}
    variant = delivery.part.variant
    signed = {found.get(f"variant:{variant}"), delivery.part.digest, delivery.variant_digest}
    if whole(found) != permit.digest or len(signed) != 1:
        return [_altered()]
    if delivery.renderer != RENDERER:
        return [
            Refusal(
                _(
                    "排版程序已更新，原来备好的内容不再使用；请有发布职责的人点“重新发送”，按所签内容重新备稿。"
                )
            )
        ]
    refusals = sending_refusals(manuscript, delivery.part.release) or link_refusals(manuscript)
    if refusals:
        return refusals
    rendered = payload_of(permit.snapshot, variant, delivery.account)
    if {payload_digest(rendered), payload_digest(delivery.payload)} != {delivery.payload_digest}:
        return [_altered()]
    return []


def _altered() -> Refusal:
    return Refusal(
        _("备好的内容与签发的内容不一致，已停住；请系统管理员查明原因，需要发布的，由编辑重新送审。")
    )
