"""Texts of people on pages, and links that lead out."""

from django import template
from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext

from jumelage.foundation.kernel.translated import Translated
from jumelage.public.site.rules.links import leads_out, mark_external
from jumelage.public.site.rules.prose import prose as written
from jumelage.public.site.templatetags.icons import icon

register = template.Library()


@register.filter
def marked_links(html: str) -> SafeString:
    """Safe HTML in which every link that leads out says so."""
    # What comes in is safe already: rich text cleaned by the editorial system, or our own.
    return mark_safe(mark_external(str(html), own=settings.SITE_ADDRESS, mark=_mark()))


@register.filter
def prose(text: Translated) -> SafeString:
    """A text as people write it, with links, lists and headings, wearing its `lang` when it is not the reader's."""
    html = marked_links(written(str(text)))
    if text.language in {"", get_language()}:
        return html
    return format_html('<div lang="{}">{}</div>', text.language, html)


@register.simple_tag
def external(address: str, words: object) -> SafeString:
    """A link that leads out, saying so; one of the site's own stays plain."""
    if not leads_out(address, own=settings.SITE_ADDRESS):
        return format_html('<a href="{}">{}</a>', address, words)
    return format_html(
        '<a href="{}" rel="external noopener">{}{}</a>',
        address,
        words,
        _mark(),
    )


def _mark() -> SafeString:
    """The icon behind the words of a link that leads out, and the words for those who do not see it."""
    words = gettext("external site")
    drawing = icon("external-link")
    return format_html('<span class="out">{}<span class="vh"> ({})</span></span>', drawing, words)
