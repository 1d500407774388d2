"""Posts that the filing form names (附件1): 分管领导, 审核人员, 发布人员; and those who write and keep the site."""

from guanwei.api import Duty, Role
from guanwei.county.articles import cite, cite_notice

EDITOR = "county.editor"
REVIEWER = "county.reviewer"
LEADER = "county.leader-in-charge"
PUBLISHER = "county.publisher"
SITE_KEEPER = "county.site-keeper"
ADMINISTRATOR = "county.administrator"
AUDITOR = "county.auditor"

ROLES = (
    Role(EDITOR, "编辑人员", frozenset({Duty.WRITE}), (cite("第十条"),), open_to_contractors=True),
    Role(REVIEWER, "审核人员", frozenset({Duty.REVIEW}), (cite_notice("附件1"),)),
    Role(
        LEADER, "分管领导", frozenset({Duty.REVIEW, Duty.TAKE_DOWN}), (cite_notice("附件1"), cite("第十五条"))
    ),
    Role(PUBLISHER, "发布人员", frozenset({Duty.RELEASE, Duty.TAKE_DOWN}), (cite_notice("附件1"),)),
    Role(
        SITE_KEEPER,
        "网站管理员",
        frozenset({Duty.WRITE, Duty.REVIEW, Duty.RELEASE, Duty.TAKE_DOWN}),
        (cite("第二十三条"),),
    ),
    Role(ADMINISTRATOR, "系统管理员", frozenset({Duty.ADMINISTER}), (cite("第十七条"),)),
    Role(AUDITOR, "督查人员", frozenset({Duty.AUDIT}), (cite_notice("第三部分"),)),
)
