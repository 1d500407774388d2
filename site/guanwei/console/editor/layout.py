"""The order of the editor: what it is, what it says, what goes where; numbers and address apart."""

from django.forms import TextInput
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    Panel,
)

from guanwei.console.editor.forms.manuscripts import ArticleForm, PostForm
from guanwei.console.editor.forms.structure import ArrangementForm, ColumnForm, StructureForm
from guanwei.console.editor.panels import ChainPanel, ColumnPanel, DeclaredPanel, Editor, VariantsPanel
from guanwei.console.findings.live.panel import FindingsPanel


def _title() -> Panel:
    """A plain panel: the stock one would make the address of Chinese characters."""
    return FieldPanel("title", classname="title", widget=TextInput(attrs={"placeholder": _("标题")}))


def _facts() -> list[Panel]:
    return [
        ChainPanel(heading=_("审批流程"), icon="tasks"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("kind"), FieldPanel("category")]),
                FieldRowPanel([FieldPanel("supplier"), FieldPanel("manager")]),
                FieldRowPanel([FieldPanel("urgency"), FieldPanel("important_disclosure")]),
                FieldPanel("priority"),
                FieldPanel("concerned"),
            ],
            heading=_("基本事实"),
            icon="list-ul",
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("source_name"), FieldPanel("source_url")]),
                FieldRowPanel([FieldPanel("original_title"), FieldPanel("permission")]),
            ],
            heading=_("来源"),
            icon="link-external",
            attrs={"data-gw-only-kind": "repost comment"},
        ),
        DeclaredPanel(heading=_("规则要求的事实"), icon="clipboard-list"),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("relation"), FieldPanel("about")]), FieldPanel("apology")],
            heading=_("更正、说明和互动"),
            icon="history",
            classname="collapsed",
        ),
    ]


def _findings() -> Panel:
    """Right above what people write."""
    return FindingsPanel(heading=_("检查提示"), icon="warning")


def _variants() -> Panel:
    return VariantsPanel(
        "variants",
        [
            FieldRowPanel([FieldPanel("account"), FieldPanel("title")]),
            FieldPanel("number", classname="gw-hidden"),
            FieldPanel("digest"),
            FieldPanel("text"),
            FieldRowPanel([FieldPanel("from_page"), FieldPanel("with_link")]),
            FieldPanel("cover"),
            FieldPanel("pictures"),
        ],
        heading=_("渠道稿"),
        label=_("渠道稿"),
        icon="mail",
    )


def _documents() -> Panel:
    return MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("index_number"), FieldPanel("document_number")]),
            FieldRowPanel([FieldPanel("issuing_body"), FieldPanel("issued_on")]),
            FieldPanel("subject_terms"),
            FieldRowPanel([FieldPanel("disclosure_catalogue"), FieldPanel("disclosure_attribute")]),
        ],
        heading=_("文件信息"),
        icon="doc-full",
    )


def article_layout() -> Editor:
    """Page and posts on one screen, written together; numbers and address on the second."""
    address = MultiFieldPanel(
        [FieldPanel("slug", help_text=_("留空时自动取日期和序号。"))], heading=_("页面地址"), icon="link"
    )
    written = [
        _title(),
        ColumnPanel(heading=_("栏目"), icon="list-ul"),
        *_facts(),
        _findings(),
        FieldPanel("service"),
        FieldPanel("summary"),
        FieldPanel("body"),
        _variants(),
    ]
    tabs = [
        ObjectList(written, heading=_("稿件")),
        ObjectList([_documents(), address], heading=_("文件信息和地址")),
    ]
    return Editor(tabs, base_form_class=ArticleForm)


def post_layout() -> Editor:
    """A post without a page."""
    written = [FieldPanel("title"), *_facts(), _findings(), _variants(), FieldPanel("linked_page")]
    return Editor([ObjectList(written, heading=_("独立稿"))], base_form_class=PostForm)


def structure_layout(*fields: str, form: type[StructureForm] = StructureForm) -> Editor:
    """The home page or a column."""
    panels = [
        _title(),
        ChainPanel(heading=_("审批流程"), icon="tasks"),
        *(FieldPanel(name) for name in fields),
        FieldPanel("slug"),
    ]
    return Editor([ObjectList(panels, heading=_("内容"))], base_form_class=form)


def arrangement_layout() -> Editor:
    """The portal's settings: what it is called and where it stands, its foot, addresses that moved."""
    foot = ("copyright_holder", "operator", "telephone", "email", "icp_number", "police_number", "site_code")
    panels = [
        ChainPanel(heading=_("审批流程"), icon="tasks"),
        MultiFieldPanel(
            [
                FieldPanel("site_name"),
                FieldRowPanel([FieldPanel("hostname"), FieldPanel("port")]),
                FieldPanel("root_page"),
            ],
            heading=_("网站"),
            icon="site",
        ),
        MultiFieldPanel([FieldPanel(name) for name in foot], heading=_("页脚"), icon="list-ul"),
        InlinePanel(
            "originals",
            [FieldPanel("original")],
            heading=_("公开的规定原文"),
            label=_("规定原文"),
            icon="doc-full",
            help_text=_("载入的原文只在后台显示；选在这里并签发后，才显示在门户的规章制度页。"),
        ),
        InlinePanel(
            "redirections",
            [FieldRowPanel([FieldPanel("old_path"), FieldPanel("target")])],
            heading=_("地址转接"),
            label=_("地址转接"),
            icon="redirect",
            help_text=_("旧门户的地址在本站已没有页面时，把读者带到新地址。签发后生效。"),
        ),
    ]
    return Editor([ObjectList(panels, heading=_("内容"))], base_form_class=ArrangementForm)


def connect() -> None:
    """Called once, when the application is ready: pages carry their layout on the class."""
    from guanwei.portal.models import ColumnPage, HomePage
    from guanwei.publishing.models import ArticlePage

    ArticlePage.edit_handler = article_layout()
    ColumnPage.edit_handler = structure_layout(
        "unit", "introduction", "display", "account", "closed", form=ColumnForm
    )
    HomePage.edit_handler = structure_layout("welcome")
