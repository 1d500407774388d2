"""A page with the fields of our article, and nothing of ours behind them."""

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageChooserBlock
from wagtail.models import Orderable, Page

SHORT = {"max_length": 200, "blank": True}
TEXTS = (
    "kind",
    "urgency",
    "category",
    "source_name",
    "permission",
    "original_title",
    "summary",
    "index_number",
    "document_number",
    "issuing_body",
    "subject_terms",
    "disclosure_catalogue",
    "disclosure_attribute",
)


class Office(models.Model):
    """Stands for a unit."""

    name = models.CharField(max_length=100)

    def __str__(self) -> str:
        return self.name


class StockArticle(Page):
    """The same facts, body and variants."""

    supplier = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    manager = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    important_disclosure = models.BooleanField(default=False)
    source_url = models.URLField(blank=True)
    issued_on = models.DateField(null=True, blank=True)
    kind = models.CharField(**SHORT)
    urgency = models.CharField(**SHORT)
    category = models.CharField(**SHORT)
    source_name = models.CharField(**SHORT)
    permission = models.CharField(**SHORT)
    original_title = models.CharField(**SHORT)
    summary = models.CharField(**SHORT)
    index_number = models.CharField(**SHORT)
    document_number = models.CharField(**SHORT)
    issuing_body = models.CharField(**SHORT)
    subject_terms = models.CharField(**SHORT)
    disclosure_catalogue = models.CharField(**SHORT)
    disclosure_attribute = models.CharField(**SHORT)
    body = StreamField(
        [
            ("heading", blocks.CharBlock()),
            ("paragraph", blocks.RichTextBlock(features=["bold", "italic", "ol", "ul", "link"])),
            ("picture", ImageChooserBlock()),
        ],
        blank=True,
    )
    content_panels = [
        *Page.content_panels,
        FieldPanel("supplier"),
        FieldPanel("manager"),
        FieldPanel("important_disclosure"),
        FieldPanel("source_url"),
        FieldPanel("issued_on"),
        *(FieldPanel(name) for name in TEXTS),
        FieldPanel("body"),
        InlinePanel("variants"),
    ]

    class Meta:
        app_label = "stock"


class StockVariant(Orderable):
    """The same variant."""

    page = ParentalKey(StockArticle, on_delete=models.CASCADE, related_name="variants")
    account = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField(default=1)
    title = models.CharField(**SHORT)
    digest = models.CharField(**SHORT)
    text = models.TextField(blank=True)
    from_page = models.BooleanField(default=False)
    with_link = models.BooleanField(default=True)
    pictures = StreamField([("picture", ImageChooserBlock())], blank=True)

    panels = [
        FieldPanel(name)
        for name in ("account", "number", "title", "digest", "text", "from_page", "with_link", "pictures")
    ]

    class Meta(Orderable.Meta):
        app_label = "stock"
