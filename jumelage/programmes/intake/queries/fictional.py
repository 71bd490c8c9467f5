"""Which fictional applicants there are."""

import re

from jumelage.foundation.accounts.models import User
from jumelage.programmes.intake.rules.fiction import applicant

_NUMBER = re.compile(r"fictif-(\d+)@")


def next_fictional_number() -> int:
    """The number after that of the last fictional applicant; 1 when there is none. 1 query."""
    domain = applicant(1).email.partition("@")[2]
    emails = User.objects.filter(email__startswith="fictif-", email__endswith=domain)
    found = [_NUMBER.match(email) for email in emails.values_list("email", flat=True)]
    # The last one may share the organisation, and the account, of the one before.
    last = max((int(match[1]) for match in found if match), default=0)
    return last + 2 if last % 10 == 0 and last else last + 1
