"""What stands around the content of every public page: site, columns, trail (clause YC-N5.4), footer."""

from dataclasses import dataclass, field

from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest
from wagtail.models import Page, Site

from guanwei.portal.models import Arrangement, ColumnPage

HTML_LANGUAGES = {"zh-hans": "zh-CN"}


@dataclass(frozen=True, slots=True)
class Frame:
    """``columns`` are the main ones; ``trail`` are the columns from the home page down to the page shown.

    The portal speaks the installation's language, whatever the visitor's browser asks for: a foreign
    label beside Chinese text would belie the page's ``lang``.
    """

    site_name: str = ""
    hostname: str = ""
    home: Page | None = None
    columns: list[ColumnPage] = field(default_factory=list)
    trail: list[ColumnPage] = field(default_factory=list)
    footer: Arrangement | None = None

    @property
    def language(self) -> str:
        """The installation's language, as Django names it."""
        return str(settings.LANGUAGE_CODE)

    @property
    def html_lang(self) -> str:
        """The same, as browsers name it."""
        return HTML_LANGUAGES.get(self.language, self.language)


def frame_of(request: HttpRequest | None, page: Page | None = None) -> Frame:
    """The frame of ``page``; an empty one without a request (the 500 page asks nothing of the database).

    Three queries at most, whatever the size of the site.
    """
    site = Site.find_for_request(request) if request else None
    if site is None:
        return Frame()
    home = site.root_page
    columns = _columns(home, page)
    above = _paths_down_to(page, home) if page else []
    return Frame(
        site_name=site.site_name,
        hostname=site.hostname,
        home=home,
        columns=[each for each in columns if each.depth == home.depth + 1 and not each.closed],
        trail=[each for each in columns if each.path in above],
        footer=Arrangement.objects.filter(site=site, live=True).first(),
    )


def _columns(home: Page, page: Page | None) -> list[ColumnPage]:
    """Main columns and the columns above ``page``, in one query, in the order of the tree."""
    main = Q(depth=home.depth + 1, path__startswith=home.path, closed=False)
    above = Q(path__in=_paths_down_to(page, home) if page else [])
    return list(ColumnPage.objects.live().filter(main | above).order_by("path"))


def _paths_down_to(page: Page, home: Page) -> list[str]:
    """Tree paths from below ``home`` down to the page itself."""
    step = Page.steplen
    return [page.path[:end] for end in range(len(home.path) + step, len(page.path) + 1, step)]
