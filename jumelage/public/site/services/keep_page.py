"""Keep an editorial page in every language given, and publish it."""

import re
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from django.conf import settings
from django.db import transaction
from django.utils.html import escape
from wagtail.models import Locale, Page, Site

from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused
from jumelage.public.site.models import EditorialPage

ROOTS = uuid5(NAMESPACE_URL, "jumelage:roots")
_LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")
_SAFE = re.compile(r"(https?:|mailto:|tel:|/|#)")


def keep_page(key: str, texts: dict[str, dict[str, Any]], *, actor: Any = None) -> None:
    """Keep and publish the page `key`: `texts` holds by language its slug, title, intro and body.

    The body is a list of `{"heading": …}`, `{"text": …}` (plain, with `[words](address)` for links) and
    `{"list": […]}`. The same again changes nothing. Raises Refused("page-language-unknown") and
    Refused("page-link-unsafe").
    """
    with transaction.atomic():
        for language, text in texts.items():
            if language not in dict(settings.LANGUAGES):
                raise Refused("page-language-unknown", language=language)
            _keep_in(language, key, text, actor)


def _keep_in(language: str, key: str, text: dict[str, Any], actor: Any) -> None:
    root = keep_root(language)
    page = EditorialPage.objects.filter(key=key, locale=root.locale).first()
    new = page is None
    if page is None:
        page = EditorialPage(key=key, locale=root.locale, translation_key=translation_key(key))
    values = {name: text.get(name) or "" for name in ("slug", "title", "intro")}
    body = [_block(part) for part in text.get("body") or []]
    changed = [name for name, value in values.items() if new or getattr(page, name) != value]
    if new or _bare(page.body.raw_data) != body:
        changed.append("body")
        page.body = body
    if not changed:
        return
    for name, value in values.items():
        setattr(page, name, value)
    page.draft_title = page.title
    page.search_description = page.intro
    root.add_child(instance=page) if new else page.save()
    page.save_revision(user=actor).publish(user=actor)
    write_line("site.keep-page", page, actor=actor, public=True, new=new, fields=sorted(changed))


def keep_root(language: str) -> Page:
    """The top of one language's tree, made when missing; the site serves the trees together."""
    locale, _ = Locale.objects.get_or_create(language_code=language)
    root = Page.objects.filter(depth=2, translation_key=ROOTS, locale=locale).first()
    if root is None:
        root = Page(title=dict(settings.LANGUAGES)[language], slug=language, locale=locale)
        root.translation_key = ROOTS
        Page.get_first_root_node().add_child(instance=root)
    if language == settings.LANGUAGE_CODE:
        Site.objects.update_or_create(
            is_default_site=True, defaults={"hostname": "localhost", "root_page": root}
        )
    return root


def translation_key(key: str) -> UUID:
    """What links the languages of one page: the same for the same key on every machine."""
    return uuid5(NAMESPACE_URL, f"jumelage:page:{key}")


def _bare(raw: Any) -> list[dict[str, Any]]:
    """A body without the numbers that Wagtail gives to its blocks."""
    return [{"type": block["type"], "value": _values(block["value"])} for block in raw]


def _values(value: Any) -> Any:
    if not isinstance(value, list):
        return value
    return [item.get("value", item) if isinstance(item, dict) else item for item in value]


def _block(part: dict[str, Any]) -> dict[str, Any]:
    kind, value = next(iter(part.items()))
    return {"type": kind, "value": _rich(value) if kind == "text" else value}


def _rich(text: str) -> str:
    """Paragraphs of plain text as the rich text that Wagtail keeps."""
    paragraphs = re.split(r"\n\s*\n", text.strip())
    return "".join(f"<p>{_LINK.sub(_anchor, escape(' '.join(p.split())))}</p>" for p in paragraphs)


def _anchor(match: re.Match[str]) -> str:
    words, address = match.groups()
    if not _SAFE.match(address):
        raise Refused("page-link-unsafe", address=address)
    return f'<a href="{address}">{words}</a>'
