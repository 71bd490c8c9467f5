"""Refusals of the public site, in words."""

from django.utils.translation import gettext_lazy as _

PHRASES = {
    "page-language-unknown": _("This site has no pages in the language “{language}”."),
    "page-link-unsafe": _(
        "The link “{address}” must begin with https:, mailto:, tel:, “/” or “#”."
    ),
}
