"""The notice of 2017-10-15: its header, its reasons, its three parts, its foot and the filing form."""

from guanwei.api import Article, Place

NOTICE = "盐池县政务公开办公室关于加强政务微博、微信管理工作的通知"

PARTS = (
    Article(
        "文号",
        "规定随本通知印发，用通知的文号。",
        ("YC-N5.2",),
        document=NOTICE,
        place=Place.HEADER,
        particulars=(("文号", "盐政公开办发〔2017〕1号"),),
    ),
    Article(
        "抬头",
        "发给各乡镇人民政府（街道办事处）、政府各部门和直属机构。",
        document=NOTICE,
        place=Place.HEADER,
    ),
    Article(
        "导语",
        "两微已是政府发信息、听民意的平台；用好它，能贴近群众、掌握舆论方向、让政府更可信。",
        ("YC-N0.1", "YC-N0.3"),
        document=NOTICE,
        place=Place.PREAMBLE,
    ),
    Article(
        "第一部分",
        "已开通的完善制度、保证质量，未开通的登记后开通；与门户网站联动；开通后一周内填表向信息中心备案。",
        document=NOTICE,
        heading="通知一、认证开通和备案",
    ),
    Article(
        "第二部分",
        "各单位照管理规定建立三项机制，并订立自己的实施办法。",
        document=NOTICE,
        heading="通知二、发布互动和舆情回应",
    ),
    Article(
        "第二部分(一是)",
        "主动发布以原创为主，及时准确，让公众更了解、更支持政府；涉及其他部门的先沟通确认；"
        "订立发布、审批、追责和保密审查制度。",
        ("YC-N2.4a",),
        document=NOTICE,
    ),
    Article(
        "第二部分(二是)",
        "互动回应：问题、咨询和建议有受理、转办、督办、回复；不归本单位的告知渠道；可按实际逐步开展。",
        document=NOTICE,
    ),
    Article(
        "第二部分(三是)",
        "舆情引导：及时发现误解和谣言并澄清，重要的报县政府；回应凭事实，不空谈。",
        document=NOTICE,
    ),
    Article(
        "第三部分",
        "先转观念、提认识，把两微当作公开见实效、与公众多交流的手段；让账号更能问政，"
        "使民间和官方的议论相通，唱响改革发展。负责人逐级负责、专人值守；督查室考核并定期通报。",
        ("YC-N3.0", "YC-N3.1", "YC-N3.2a", "YC-N3.2"),
        document=NOTICE,
        heading="通知三、组织领导和督促检查",
    ),
    Article(
        "附件1",
        "备案表：单位、账号名称、开通时间，以及分管领导、审核人员、发布人员的电话和职务。",
        document=NOTICE,
        heading="附件",
    ),
)

FOOT = (
    Article(
        "落款",
        "由县政务公开办公室印发，印章为借用；网页晚一日发布。",
        ("YC-N4.3",),
        document=NOTICE,
        place=Place.FOOT,
        particulars=(
            ("印发机关", "盐池县政务公开办公室"),
            ("印发日期", "2017-10-15"),
            ("网页发布日期", "2017-10-16"),
        ),
    ),
)
