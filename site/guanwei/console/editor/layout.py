"""The order of the editor: what it is, what it says, what goes where; numbers and address last."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList, Panel

from guanwei.console.editor.forms.manuscripts import ArticleForm, PostForm
from guanwei.console.editor.panels import ChainPanel, DeclaredPanel, VariantsPanel


def _facts() -> list[Panel]:
    return [
        ChainPanel(heading=_("审批流程"), icon="tasks"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("kind"), FieldPanel("category")]),
                FieldRowPanel([FieldPanel("supplier"), FieldPanel("manager")]),
                FieldRowPanel([FieldPanel("urgency"), FieldPanel("important_disclosure")]),
            ],
            heading=_("基本事实"),
            icon="list-ul",
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("source_name"), FieldPanel("source_url")]),
                FieldRowPanel([FieldPanel("original_title"), FieldPanel("permission")]),
            ],
            heading=_("转载来源"),
            icon="link-external",
            attrs={"data-gw-only-kind": "repost"},
        ),
        DeclaredPanel(heading=_("规则要求的事实"), icon="clipboard-list"),
    ]


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
        classname="collapsed",
    )


def article_layout() -> ObjectList:
    """An article: one scroll, so that page and posts are written together."""
    address = MultiFieldPanel(
        [FieldPanel("slug", help_text=_("留空时自动取日期和序号。"))],
        heading=_("页面地址"),
        icon="link",
        classname="collapsed",
    )
    return ObjectList(
        [
            # A plain panel: the stock one would make the address of Chinese characters.
            FieldPanel("title", classname="title"),
            *_facts(),
            FieldPanel("summary"),
            FieldPanel("body"),
            _variants(),
            _documents(),
            address,
        ],
        base_form_class=ArticleForm,
    )


def post_layout() -> ObjectList:
    """A post without a page."""
    return ObjectList([FieldPanel("title", classname="title"), *_facts(), _variants()], base_form_class=PostForm)
