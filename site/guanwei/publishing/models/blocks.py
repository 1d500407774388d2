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


class VideoBlock(blocks.StructBlock):
    """A video that stands on a platform, named and linked: no foreign player runs inside a government page."""

    title = blocks.CharBlock(label=_("视频标题"), max_length=120)
    address = blocks.URLBlock(label=_("视频网址"), max_length=500)
    cover = ImageChooserBlock(label=_("封面"), required=False)

    class Meta:
        icon = "media"
        label = _("视频")
        template = "publishing/blocks/video.html"


def open_account_choices() -> list[tuple[str, str]]:
    """Codes and names of the accounts that a page may show, asked when the editor opens."""
    from guanwei.accounts.queries import open_accounts

    return [(each.slug, str(each)) for each in open_accounts().order_by("unit_id", "platform", "pk")]


class AccountPostsBlock(blocks.StructBlock):
    """The newest public posts of one account; each was signed by its own course."""

    account = blocks.ChoiceBlock(label=_("账号"), choices=open_account_choices)

    class Meta:
        icon = "list-ul"
        label = _("账号动态")
        template = "publishing/blocks/account_posts.html"


class BodyBlocks(blocks.StreamBlock):
    """Blocks of an article's body."""

    heading = blocks.CharBlock(
        label=_("小标题"), icon="title", max_length=120, template="publishing/blocks/heading.html"
    )
    paragraph = blocks.RichTextBlock(label=_("段落"), features=RICH_TEXT)
    picture = PictureBlock()
    attachment = DocumentChooserBlock(label=_("附件"), template="publishing/blocks/attachment.html")
    video = VideoBlock()
    account_posts = AccountPostsBlock()


class PictureListBlocks(blocks.StreamBlock):
    """Numbered pictures of a post."""

    picture = ImageChooserBlock(label=_("图片"))
