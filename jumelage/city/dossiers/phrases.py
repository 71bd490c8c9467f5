"""Refusals of the room, in words; what a dossier may lack; what the journal tells of it."""

from typing import Any

from django.utils.translation import gettext_lazy as _

PHRASES = {
    "national-number": _(
        "What you wrote holds a number that looks like a national number."
        " We do not need it and may not keep it: remove it."
    ),
    "iban-unreadable": _(
        "“{text}” is not an account number. An IBAN begins with two letters and two digits,"
        " for example BE71 0961 2345 6769."
    ),
    "iban-outside-sepa": _(
        "The city pays on accounts of the single euro payments area (SEPA); “{country}” is not in it."
        " Give an account there. The account of your partner abroad belongs in the project."
    ),
    "iban-length": _(
        "An account number that begins with {country} has {limit} characters; this one has {count}."
    ),
    "iban-check": _(
        "There is a typing error in “{text}”: its check digits do not match. Compare it with a statement"
        " of the account."
    ),
    "iban-national": _(
        "There is a typing error in “{text}”: the check digits used in {country} do not match."
        " Compare it with a statement of the account."
    ),
    "account-twice": _("This account is in the dossier already."),
    "dossier-number-missing": _(
        "Give the enterprise number. Only a de facto association has none."
    ),
    "dossier-number-fixed": _(
        "The number of this organisation is public and kept by the city. Ask the city to change it."
    ),
    "dossier-number-taken": _(
        "An organisation with this number is here already. Ask for access to its dossier."
    ),
    "dossier-changed": _(
        "Somebody else changed this part meanwhile. Compare what you wrote with what is kept,"
        " then save again."
    ),
    "lookups-many": _("You tried many numbers. Wait an hour, or write to the city."),
    "access-open": _("You asked already. You will get an answer by e-mail."),
    "access-member": _("You have access to this dossier already."),
    "access-many": _(
        "You asked for access {limit} times in a day. Wait until tomorrow, or write to the city."
    ),
    "access-decided": _("This request has been answered already."),
    "access-reason": _("Say why: the person reads your answer."),
    "access-check": _("Say how you checked that this person acts for the organisation."),
    "invitation-many": _("At most {limit} invitations can wait for an answer. Withdraw one first."),
    "invitation-day": _(
        "You sent {limit} invitations within 24 hours. Send the next one tomorrow."
    ),
    "invitation-open": _("This address is invited already."),
    "invitation-gone": _("This invitation is no longer open. Ask for a new one."),
    "last-manager": _(
        "Nobody else manages this dossier. Give somebody else the right to manage it first."
    ),
    "not-a-member": _("This person has no access to this dossier."),
    "not-a-manager": _(
        "You do not manage this dossier, and cannot hand it over. Leave it without choosing anybody."
    ),
    "document-gone": _("This document was replaced meanwhile. Look at the newer one."),
    "document-file": _("Choose the file to send."),
    "document-reversed": _(
        "The document ends on {end}, before it starts on {start}. Check both dates."
    ),
    "document-year": _("Give the year that the accounts speak of."),
    "document-remark": _("Say what is wrong with the document: the organisation reads it."),
    "register-future": _("A check cannot lie in the future: {day}."),
    "register-no-number": _("This organisation has no enterprise number to look up."),
    "officer-reversed": _(
        "The mandate ends on {end}, before it starts on {start}. Check both dates."
    ),
}

# What a dossier may lack, by the code of the rule.
LACKS: dict[str, Any] = {
    "number-missing": _("Give the enterprise number."),
    "persons-unknown": _("Say how many persons form the association."),
    "persons-few": _("An association without legal personality needs {limit} persons or more."),
    "email-missing": _("Give an e-mail address of the organisation."),
    "seat-missing": _("Give the address of the seat."),
    "account-missing": _("Give the account on which you are to be paid."),
    "holder-unnamed": _(
        "The account is in the name of “{holder}”. It must be the name of one of the persons listed."
    ),
    "people-missing": _("Name who is in office, {limit} or more: an ended mandate does not count."),
    "signatory-missing": _("Say who may sign: nobody who is in office now may."),
    "document-missing": _("Send this document: {kind}."),
    "document-again": _("The city asks for this document again: {kind}."),
    "document-old": _("This document is too old: {kind}. Send the last one."),
    "document-expired": _("This document has expired: {kind}. Send the new one."),
    "document-unconfirmed": _("Say whether this document is still valid: {kind}."),
}

# What the journal tells about a dossier, by the code of the act.
ACTS: dict[str, Any] = {
    "dossiers.open": _("Dossier opened"),
    "dossiers.keep": _("Details changed"),
    "dossiers.keep-addresses": _("Addresses changed"),
    "dossiers.keep-account": _("Account added or changed"),
    "dossiers.close-account": _("Account closed"),
    "dossiers.keep-officer": _("Person added or changed"),
    "dossiers.remove-officer": _("Person removed"),
    "dossiers.keep-document": _("Document sent"),
    "dossiers.confirm-document": _("Document confirmed: still valid"),
    "dossiers.check-document": _("Document checked by the city"),
    "dossiers.check-register": _("Number looked up in the register"),
    "dossiers.ask-access": _("Access asked"),
    "dossiers.withdraw-request": _("Request withdrawn"),
    "dossiers.grant-access": _("Access granted"),
    "dossiers.refuse-access": _("Access refused"),
    "dossiers.invite": _("Somebody invited"),
    "dossiers.withdraw-invitation": _("Invitation withdrawn"),
    "dossiers.accept-invitation": _("Invitation accepted"),
    "dossiers.hand-over": _("Dossier handed over"),
    "dossiers.change-right": _("Right changed"),
    "dossiers.end-membership": _("Access ended"),
    "dossiers.appoint-manager": _("Manager appointed by the city"),
    "dossiers.warn": _("Erasure announced: nobody manages it"),
}
