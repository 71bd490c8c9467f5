"""Refusals of the room, in words, and the declaration that every depositor makes."""

from django.utils.translation import gettext_lazy as _

PHRASES = {
    "too-early": _("The call is not open yet. Its page says when it opens."),
    "too-late": _(
        "The deadline is over: the server’s clock decides, to the second. What you typed stays on this page and on"
        " this device; copy it if you need it. Ask the service if you think that this is a mistake."
    ),
    "call-is-cancelled": _("The call is cancelled. You can still read and print your application."),
    "call-without-form": _("The call has no form yet. Ask the service."),
    "track-elsewhere": _(
        "This track does not belong to the call. Choose one of those in the list."
    ),
    "organisation-not-yours": _(
        "You are not a member of this organisation’s dossier. Ask its members, or the service, to let you in."
    ),
    "drafts-many": _(
        "You have {most} drafts in this call already. Write on in one of them: its organisation and its track can be"
        " changed on its page."
    ),
    "application-not-allowed": _(
        "You may read this application, but not do this. Ask the person in the lead for the right to do it."
    ),
    "writing-not-allowed": _(
        "You may read this application, but not write in it. What you typed stays on this page and on this device; copy"
        " it if you need it. The person in the lead can give you the right to write."
    ),
    "application-deposited": _(
        "The application is deposited: what you typed since is not in it, and stays on this page alone; copy it if"
        " you need it. To change the application, withdraw it first, if the deadline allows it."
    ),
    "application-state": _("This is not possible in the state in which the application is now."),
    "application-gone": _("This application is no longer here: it was erased."),
    "application-incomplete": _(
        "Nothing is deposited yet: there is still something to do ({count}). Each point below leads to its place."
    ),
    "form-moved-on": _(
        "The form has just changed. Look at what changed on the page of your application, then deposit."
    ),
    "declaration-missing": _("Tick the declaration, then deposit."),
    "deposit-key": _("The page was not complete when you pressed the button. Press it once more."),
    "section-unknown": _("This section is no longer in the form. Your answers are kept."),
    "field-unknown": _("No file is asked here."),
    "files-many": _("At most {most} can be joined here. Take one away before you send another."),
    "file-unknown": _("This file is no longer there."),
    "conflict-unknown": _("Somebody has already chosen between these two texts."),
    "conflict-choice": _("Choose one of the two texts, or both."),
    "right-unknown": _("Choose what your colleague may do."),
    "member-known": _("{email} already works on this application."),
    "member-unknown": _("This person does not work on this application any more."),
    "lead-stays": _("The person in the lead cannot be changed. Hand the lead over first."),
    "invitations-many": _("{most} invitations are still open. Take one back first."),
    "invitations-day": _(
        "You sent {limit} invitations within 24 hours. Send the next one tomorrow."
    ),
    "invitation-unknown": _(
        "This link is not complete, or the invitation does not exist. Copy the whole link from the e-mail."
    ),
    "invitation-expired": _(
        "This invitation has expired: it was valid for 14 days. Ask your colleague for a new one."
    ),
    "invitation-withdrawn": _(
        "Your colleague took this invitation back. If they sent another one, use the link of the newest e-mail."
    ),
    "invitation-used": _(
        "Somebody already used this invitation. Ask your colleague for a new one."
    ),
    "invitation-member": _("You already work on this application. This link is for {email}."),
    "question-empty": _("Write your question or your answer."),
    "question-long": _("At most {limit} characters; yours has {count}. Make it shorter."),
    "questions-many": _("{most} of your questions wait for an answer. The service is on it."),
    "question-unknown": _("There is no such question, or it has no answer yet."),
    "question-answered": _(
        "A colleague answered meanwhile: “{answer}”. Send yours again if it is to replace that one."
    ),
    "window-closed": _(
        "The time to complete your application is over. What you typed stays on this page; ask the service."
    ),
    "completion-unchanged": _(
        "Nothing is sent yet: what the service asks for stands as you deposited it. Change it in its section, then send"
        " it; if nothing is to be changed, tell the service why by a question."
    ),
    "window-missing": _("The service does not wait for a completion."),
    "window-open": _("A completion is open already. Close it before you ask for another one."),
    "fields-missing": _("Choose at least one question that may be completed."),
    "explanation-missing": _("Write why, so that it can be understood later."),
    "expiry-past": _("The hour must lie in the future."),
    "expiry-before-deadline": _("The code must be valid after the deadline. Choose a later hour."),
    "late-code-stranger": _(
        "{email} does not work on this application and could not use the code. Choose one of those who do: {known}."
    ),
    "reason-not-listed": _("Choose a reason in the list."),
    "late-code-wrong": _(
        "This code does not open anything for you. It must be sent to the address with which you signed in, not be"
        " used yet, and its hour must not be over."
    ),
    "late-code-spent": _("This code is already used or taken back."),
}
