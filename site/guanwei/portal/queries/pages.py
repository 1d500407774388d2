"""Which page stands at an address."""

from wagtail.models import Page

from guanwei.portal.models import ColumnPage
from guanwei.publishing.models import ArticlePage


def live_page_at(home: Page, path_components: list[str]) -> Page | None:
    """The live article or column at the address below ``home``, with its unit; None where there is none.

    Stock routing asks twice a level. One question a kind keeps an article within its budget; ``slug`` is
    in it because it has an index and ``url_path`` has none.
    """
    address = {"slug": path_components[-1], "url_path": f"{home.url_path}{'/'.join(path_components)}/"}
    article = ArticlePage.objects.live().filter(**address).select_related("supplier__parent__parent").first()
    return article or ColumnPage.objects.live().filter(**address).select_related("unit").first()
