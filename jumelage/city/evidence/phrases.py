"""Refusals of the room, in words."""

from django.utils.translation import gettext_lazy as _

PHRASES = {
    "evidence-source-missing": _("“{about}” has no source. Name at least one."),
    "evidence-unpinned": _(
        "The evidence for “{about}” ({source}) points at nothing. Add a quotation, or where it stands:"
        " a page, a heading, a paragraph."
    ),
    "evidence-source-twice": _(
        "“{about}” names the source {source} twice. Keep one piece of evidence."
    ),
    "evidence-choice-missing": _(
        "“{about}” has several pieces of evidence. Mark exactly one as the one shown."
    ),
    "evidence-reason-missing": _(
        "“{about}” has several pieces of evidence. Say why the one shown was chosen."
    ),
}
