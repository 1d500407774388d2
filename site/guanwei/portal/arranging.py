"""How the gate reads a portal's settings: their parts, the rows of Wagtail's that follow, what stands against them."""

import copy
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.html import format_html_join
from django.utils.translation import gettext as _
from wagtail.models import Site

from guanwei.api import ManuscriptFacts, Refusal
from guanwei.audit.canonical import digest
from guanwei.organisations.models import Unit, UnitKind
from guanwei.portal.addresses import normal
from guanwei.portal.models import Arrangement, HomePage
from guanwei.publishing.content.facts import structure_facts
from guanwei.publishing.content.parts import NOT_CONTENT, content_fields
from guanwei.regulations.models import Original

# What Wagtail itself reads from its own row.
OF_SITE = ("site_name", "hostname", "port", "root_page_id")


def keeper() -> Unit:
    """Who keeps the portal: the county."""
    return Unit.objects.get(kind=UnitKind.COUNTY)


def parts(arrangement: Arrangement) -> dict[str, Any]:
    """Everything the public sees of it. The order of the moved addresses says nothing."""
    said = content_fields(arrangement, NOT_CONTENT | {"site"})
    said["redirections"] = sorted([each.old_path, each.target] for each in arrangement.redirections.all())
    shown = sorted(_shown(each.original) for each in arrangement.originals.all())
    # A portal that shows none says nothing of them: permits from before there were any still match.
    if shown:
        said["originals"] = shown
    return {"facts": {"unit": keeper().pk}, "settings": said}


def _shown(original: Original) -> list[Any]:
    """The version, and its words by their digest: exactly these are signed."""
    return [original.rule_book, original.version, digest(original.passages)]


def public_parts(arrangement: Arrangement) -> dict[str, Any]:
    """The same, with what the public really gets: Wagtail's row of the site. Another default site is no match."""
    site = Site.objects.filter(pk=arrangement.pk, is_default_site=True).first()
    met = copy.copy(arrangement)
    for name in OF_SITE:
        setattr(met, name, getattr(site, name, None))
    return parts(met)


def project(arrangement: Arrangement) -> None:
    """Wagtail's row follows. By a save, so that its caches are emptied, and again once others can see it."""
    site = Site.objects.select_for_update().get(pk=arrangement.pk)
    for name in OF_SITE:
        setattr(site, name, getattr(arrangement, name))
    site.is_default_site = True
    site.save()
    transaction.on_commit(Site.clear_site_root_paths_cache)


def rendered(arrangement: Arrangement) -> str:
    """The settings as lines that can be read without the system."""
    said = parts(arrangement)["settings"]
    return str(format_html_join("", "<p>{}: {}</p>", said.items()))


def facts(arrangement: Arrangement, now: datetime) -> ManuscriptFacts:
    """Settings are of the site's structure."""
    return structure_facts(arrangement, keeper(), now)


def refusals(arrangement: Arrangement) -> list[Refusal]:
    """Why these settings can't be signed: the public would meet nothing, or two answers."""
    found = [*_unfit(arrangement)]
    if not HomePage.objects.filter(pk=arrangement.root_page_id, live=True).exists():
        found.append(Refusal(_("首页须是已公开的首页；请改选，或先把它送审发布。")))
    seen: set[str] = set()
    for each in arrangement.redirections.all():
        path = normal(each.old_path)
        if path in seen:
            said = _("原地址“%(path)s”写了两次；请只留一条。")
            found.append(Refusal(said % {"path": each.old_path}))
        if path == normal(each.target):
            found.append(Refusal(_("“%(path)s”转回自己；请改写转到的地址。") % {"path": each.old_path}))
        seen.add(path)
    return [*found, *_two_versions(arrangement)]


def _two_versions(arrangement: Arrangement) -> Iterator[Refusal]:
    counted = Counter(each.original.rule_book for each in arrangement.originals.all())
    for book, times in counted.items():
        if times > 1:
            yield Refusal(_("规则书“%(book)s”选了两版原文；请只留一版。") % {"book": book})


def _unfit(arrangement: Arrangement) -> Iterator[Refusal]:
    """Fields that a form would refuse: a draft may be saved half-finished, and code asks no form."""
    for each in (arrangement, *arrangement.redirections.all(), *arrangement.originals.all()):
        try:
            each.clean_fields(exclude={"site", "arrangement", "path_key"})
        except ValidationError as error:
            for name, said in error.message_dict.items():
                label = each._meta.get_field(name).verbose_name
                yield Refusal(_("“%(field)s”须改：%(said)s") % {"field": label, "said": "".join(said)})
