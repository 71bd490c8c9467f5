"""Refusals of the room, in words, and the wording that its pages share."""

from typing import Any

from django.utils.translation import gettext_lazy as _

PHRASES = {
    "certificate-reversed": _(
        "The certificate ends on {end}, before it starts on {start}. Check both dates."
    ),
    "certificate-check-future": _("A check cannot lie in the future: {day}."),
    "certificate-known": _("This certificate is in the register already: {mark}, number {number}."),
    "clause-empty": _("Answer the questions in French, in Dutch or in both."),
    "clause-subject-missing": _("Say what you buy ({language})."),
    "clause-requirements-missing": _(
        "Write the requirements behind the label, one a line ({language}): a name alone is not a requirement."
    ),
    "clause-requirements-many": _(
        "At most {limit} requirements ({language}). Keep those that count."
    ),
    "clause-link-missing": _(
        "Say how these requirements are linked with what you buy ({language})."
    ),
    "clause-link-elsewhere": _(
        "The link does not speak of what you buy ({language}): “{subject}”. A demand on a whole company is not allowed."
    ),
    "clause-mark-alone": _(
        "You name “{mark}” without “or equivalent”."
        " Article 54 obliges you to accept every label with equivalent requirements."
    ),
    "clause-named-alone": _(
        "“{mark}” is named without “or equivalent” in: “{text}”. Add it, or describe the requirement instead."
    ),
}

# What each instrument is about, in our words.
INSTRUMENTS: dict[str, Any] = {
    "C029": _("Forced labour"),
    "P029": _("Protocol to the convention on forced labour"),
    "C087": _("Freedom of association and protection of the right to organise"),
    "C098": _("Right to organise and to bargain collectively"),
    "C100": _("Equal pay"),
    "C105": _("Abolition of forced labour"),
    "C111": _("Discrimination in employment and occupation"),
    "C138": _("Minimum age"),
    "C155": _("Safety and health of workers"),
    "C182": _("Worst forms of child labour"),
    "C187": _("Framework to promote safety and health at work"),
}
SETS: dict[str, Any] = {
    "ilo-8": _("The eight conventions that were fundamental until June 2022"),
    "ilo-11": _("The eleven instruments that are fundamental since June 2022"),
}

# What the journal tells about a certificate, by the code of the act.
ACTS: dict[str, Any] = {
    "fairtrade.keep-certificate": _("Certificate entered or changed"),
    "fairtrade.check-certificate": _("Certificate checked in the registry"),
    "fairtrade.remind": _("Clerks reminded"),
}
