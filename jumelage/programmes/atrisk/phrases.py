"""Refusals of the room in words, and the wording that pages, sheets and feeds share."""

from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext_lazy as _

from jumelage.city.evidence.choices import TOLD
from jumelage.foundation.kernel.partial_dates import PartialDate

PHRASES = {
    "atrisk-basis-missing": _(
        "Nothing says why this person may be shown. Enter a consent, or a public campaign with its page."
    ),
    "atrisk-campaign-unlinked": _(
        "The source “{source}” has no address on the web. A campaign counts only when its page is public."
    ),
    "atrisk-consent-incomplete": _(
        "A consent needs: who gave it, on which day, and for what (text, image, letters)."
    ),
    "atrisk-consent-expired": _("The consent ended on {day}. Ask for it again before publishing."),
    "atrisk-risk-note-missing": _(
        "Write down what could go wrong for the person, and why publishing is still right."
    ),
    "atrisk-two-approvals": _(
        "Two different people must approve. So far: {count}. Ask a colleague."
    ),
    "atrisk-approved-already": _(
        "You approved already. The second approval must be a colleague’s."
    ),
    "atrisk-import-not-city": _(
        "An imported publication must rest on the city’s own page; “{source}” is not one."
    ),
    "atrisk-import-unpinned": _("Say in which paragraph of the city’s page the person is named."),
    "atrisk-stopped": _(
        "This page was stopped. Lift the stop first: two people must then approve again."
    ),
    "atrisk-not-stopped": _("This page is not stopped."),
    "atrisk-stopped-already": _("This page is stopped already."),
    "atrisk-check-future": _("A check cannot lie in the future: {day}."),
    "atrisk-restriction-known": _(
        "“{kind}” stands in the file already, in other words or with other dates. Change it there."
    ),
    "atrisk-image-alt-missing": _("Describe the picture in French and in Dutch."),
}

CONTRADICTIONS = {
    "detention-elsewhen": _("One source tells of an arrest, and of a detention that began later."),
    "release-unarrested": _("The release is dated before the arrest."),
    "after-death": _("Something is dated after the death."),
}

# What the journal tells about a file, by the code of the act.
ACTS = {
    "atrisk.keep-person": _("Loaded from the data files"),
    "atrisk.import-publication": _("Shown: the city’s own page names the person"),
    "atrisk.keep-ground": _("Ground of the publication written down"),
    "atrisk.approve": _("Publication approved"),
    "atrisk.publish": _("Published"),
    "atrisk.withdraw-expired": _("Hidden: the consent has ended"),
    "atrisk.stop": _("Stopped"),
    "atrisk.lift-stop": _("Stop lifted"),
    "atrisk.check-status": _("Status checked"),
    "atrisk.enter-event": _("Event entered"),
    "atrisk.correct-event": _("Event corrected"),
    "atrisk.keep-restriction": _("Restriction entered"),
    "atrisk.correct-restriction": _("Restriction corrected"),
    "atrisk.keep-image": _("Picture changed"),
    "atrisk.remove-image": _("Picture removed"),
    **TOLD,
}


def dated(date: PartialDate | None, until: PartialDate | None) -> str:
    """A date, or the interval within which it lies, in the reader's words; "" when unknown."""
    language = get_language() or "fr"
    if date is None:
        return ""
    if until is None:
        return date.in_words(language)
    days = {"first": date.in_words(language), "last": until.in_words(language)}
    return gettext("between %(first)s and %(last)s") % days


def after_adoption(unit: str, count: int, *, exact: bool) -> str:
    """How long after the adoption, never more exact than the dates are."""
    words = {
        ("days", True): ngettext(
            "%(count)d day after the adoption", "%(count)d days after the adoption", count
        ),
        ("months", False): ngettext(
            "about %(count)d month after the adoption",
            "about %(count)d months after the adoption",
            count,
        ),
        ("years", False): ngettext(
            "about %(count)d year after the adoption",
            "about %(count)d years after the adoption",
            count,
        ),
    }
    if not count:
        return {
            "days": gettext("on the day of the adoption"),
            "months": gettext("in the month of the adoption"),
            "years": gettext("in the year of the adoption"),
        }[unit]
    return words[unit, exact] % {"count": count}
