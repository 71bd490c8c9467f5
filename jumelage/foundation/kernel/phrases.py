"""Refusals of the value types, in words."""

from django.utils.translation import gettext_lazy as _

PHRASES = {
    "date-unreadable": _(
        "“{text}” is not a date. Write a year (2015), a month (2021-01) or a day (2022-12-05)."
    ),
    "period-reversed": _("The period ends ({end}) before it starts ({start}). Check both dates."),
    "enterprise-number-length": _(
        "An enterprise number has 10 digits, for example 0403.019.261. “{text}” has {count}."
    ),
    "enterprise-number-start": _(
        "An enterprise number begins with 0 or 1. Check “{text}” on your statutes."
    ),
    "enterprise-number-check": _(
        "The last two digits of the enterprise number “{text}” do not match the others."
        " Check it on your statutes."
    ),
    "euros-unreadable": _(
        "“{text}” is not an amount. Write a number, for example 12500 or 12500,50."
    ),
    "language-missing": _("The text is missing in: {languages}."),
}
