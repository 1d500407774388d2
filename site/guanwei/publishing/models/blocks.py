"""The body of an article: the few blocks that a government notice needs, and that WeChat can carry."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

RICH_TEXT = ["bold", "italic", "ol", "ul", "link"]


class PictureBlock(blocks.StructBlock):
    """A picture with its caption."""

    picture = ImageChooserBlock(label=_("图片"))
    caption = blocks.CharBlock(label=_("说明"), required=False, max_length=120)

    class Meta:
        icon = "image"
        label = _("图片")
        template = "publishing/blocks/picture.html"


class BodyBlocks(blocks.StreamBlock):
    """Blocks of an article's body."""

    heading = blocks.CharBlock(
        label=_("小标题"), icon="title", max_length=120, template="publishing/blocks/heading.html"
    )
    paragraph = blocks.RichTextBlock(label=_("段落"), features=RICH_TEXT)
    picture = PictureBlock()
    attachment = DocumentChooserBlock(label=_("附件"), template="publishing/blocks/attachment.html")


class PictureListBlocks(blocks.StreamBlock):
    """Numbered pictures of a post."""

    picture = ImageChooserBlock(label=_("图片"))
