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
    "evidence-piece-unknown": _("This piece of evidence is no longer there. Choose again."),
    "evidence-piece-shown": _(
        "This piece is the one shown. Choose another one first, then take this one away."
    ),
    "evidence-claim-exists": _("“{about}” has its evidence already. Add a piece to it."),
    "evidence-claim-unfit": _("“{about}” cannot be the name of a fact. Choose one of the list."),
    "evidence-reason-missing": _(
        "“{about}” has several pieces of evidence. Say why the one shown was chosen."
    ),
}

FIELDS = {
    "evidence": _("Evidence"),
    "existence": _("The record as a whole"),
    "period": _("Period"),
    "pinpoint": _("Where it says so: page, heading, paragraph"),
    "publisher": _("Publisher"),
    "quotation": _("Its very words"),
    "quotation_language": _("Language of the quotation"),
    "read_on": _("Read on"),
    "shown": _("Value shown"),
    "shown_because": _("Why this value is shown"),
    "source": _("Source"),
    "stance": _("What the source does"),
    "voice": _("Who speaks"),
}
