"""Refusals of the public site, in words."""

from django.utils.translation import gettext_lazy as _

PHRASES = {
    "page-language-unknown": _("This site has no pages in the language “{language}”."),
    "page-link-unsafe": _(
        "The link “{address}” must begin with https:, mailto:, tel:, “/” or “#”."
    ),
    "colour-unreadable": _("“{colour}” is not a colour. Write it like #0B5560."),
    "colour-contrast": _(
        "The colour {colour} cannot be read on the site’s light grounds: its contrast is {reached}, and 4.5 is"
        " needed. Choose a darker one."
    ),
    "logo-too-large": _("The logo is too large. Send a picture of at most 2 MB and 20 megapixels."),
    "logo-svg": _(
        "An SVG file can carry scripts and is not accepted. Send the logo as PNG, JPEG or WebP."
    ),
    "logo-unreadable": _(
        "This file is not a picture that can be read. Send the logo as PNG, JPEG or WebP."
    ),
    "news-reversed": _("The notice ends before it begins. Change one of the two moments."),
}
FIELDS = {
    "intro": _("Introduction"),
    "picture": _("Picture"),
    "shown_from": _("Shown from (day and hour)"),
    "shown_until": _("Shown until (day and hour)"),
}
