"""Which fields programs read and write: what an outside editor needs, and nothing that the gate keeps."""

from wagtail.api import APIField

FACTS = (
    "supplier",
    "manager",
    "kind",
    "urgency",
    "important_disclosure",
    "category",
    "source_name",
    "source_url",
    "permission",
    "original_title",
    "concerned",
    "priority",
    "extra",
)
ARTICLE = (
    "summary",
    "service",
    "body",
    "index_number",
    "document_number",
    "issuing_body",
    "issued_on",
    "subject_terms",
    "disclosure_catalogue",
    "disclosure_attribute",
    "variants",
)
VARIANT = ("account", "number", "title", "digest", "text", "from_page", "with_link", "cover", "pictures")


def connect() -> None:
    """Put the fields on the models before Wagtail draws its schemas. Called once, when the application is ready."""
    from guanwei.console.programs.forms import ProgramArticleForm, ProgramPostForm
    from guanwei.portal.models import ColumnPage, HomePage
    from guanwei.publishing.models import ArticlePage, ArticleVariant, Attachment, Picture, Post, PostVariant

    ArticlePage.api_fields = _writable(*FACTS, *ARTICLE)
    ArticlePage.api_base_form_class = ProgramArticleForm
    Post.api_fields = _writable("title", "linked_page", *FACTS, "variants")
    Post.api_base_form_class = ProgramPostForm
    for variant in (ArticleVariant, PostVariant):
        variant.api_fields = _writable(*VARIANT)
    for file in (Picture, Attachment):
        file.api_fields = [APIField("sha256")]
    Picture.api_fields += _writable("holder", "licence")
    HomePage.api_fields = [APIField("welcome")]
    ColumnPage.api_fields = [APIField("introduction")]


def _writable(*names: str) -> list[APIField]:
    return [APIField(name, writable=True) for name in names]
