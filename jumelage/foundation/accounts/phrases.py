"""Refusals of the room, in words."""

from django.utils.translation import gettext_lazy as _

PHRASES = {
    "role-unknown": _("There is no role named “{code}”."),
    "person-unknown": _("No account has this e-mail address. Check the spelling with the person."),
    "assistance-not-allowed": _("Your role does not allow you to remove a second factor."),
    "assistance-to-oneself": _(
        "You cannot remove your own second factor. Ask a colleague with the same right."
    ),
    "assistance-to-superior": _(
        "This person has a role above yours. Ask somebody with the same role as theirs."
    ),
    "second-factor-missing": _("This account has no second factor. There is nothing to remove."),
    "reason-unknown": _("Choose one of the reasons in the list."),
    "session-unknown": _("This session is already closed."),
    "last-administrator": _(
        "You are the only administrator. Give this role to somebody else before you erase"
        " your account."
    ),
}
