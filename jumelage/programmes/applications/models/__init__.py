"""Applications, what is written and joined to them, deposits, exceptions, exchanges and intake."""

from jumelage.programmes.applications.models.application import (
    Application,
    Carry,
    Conflict,
    Invitation,
    Member,
    Section,
    SectionVersion,
)
from jumelage.programmes.applications.models.attachment import Attachment
from jumelage.programmes.applications.models.deposit import (
    CompletionWindow,
    Counter,
    Deposit,
    LateCode,
)
from jumelage.programmes.applications.models.exchange import Mail, Question
from jumelage.programmes.applications.models.intake import Comparison, Fingerprint, Intake

__all__ = [
    "Application",
    "Attachment",
    "Carry",
    "Comparison",
    "CompletionWindow",
    "Conflict",
    "Counter",
    "Deposit",
    "Fingerprint",
    "Intake",
    "Invitation",
    "LateCode",
    "Mail",
    "Member",
    "Question",
    "Section",
    "SectionVersion",
]
