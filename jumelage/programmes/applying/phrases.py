"""What every depositor declares, and what the journal tells of an application."""

from django.utils.translation import gettext_lazy as _

DECLARATION = _(
    "I declare that what is written here is true and complete,"
    " and that I may deposit it in the name of the organisation."
)

# What the journal tells about an application, by the code of the act.
ACTS = {
    "applications.start": _("Begun"),
    "applications.erase": _("Draft erased"),
    "applications.choose-frame": _("Organisation or track chosen"),
    "applications.carry": _("Moved along to a new version of the form"),
    "applications.invite": _("A colleague was invited"),
    "applications.withdraw-invitation": _("An invitation was taken back"),
    "applications.join": _("A colleague joined"),
    "applications.change-right": _("A colleague’s right was changed"),
    "applications.remove-member": _("A colleague left or was removed"),
    "applications.hand-over": _("The lead was handed over"),
    "applications.ask": _("A question was asked"),
    "applications.answer": _("A question was answered"),
    "applications.publish-answer": _("An answer was published for all"),
    "applications.deposit": _("Deposited"),
    "applications.withdraw": _("Deposit withdrawn"),
    "applications.complete": _("Completion sent"),
    "applications.give-late-code": _("A late code was given"),
    "applications.withdraw-late-code": _("A late code was taken back"),
    "applications.redeem-late-code": _("A late code was used"),
    "applications.ask-completion": _("A completion was asked"),
    "applications.close-completion": _("The completion was closed"),
    "intake.enter": _("Entered by the service from an original"),
    "intake.mark-bounce": _("A mail came back"),
    "intake.compare": _("Compared with another application"),
}
