"""Fictional applicants, for demonstrations and measures: every name says that it is fictional.

Source: Jumelage, issue 4 (real input: fictional, clearly marked applications, made through the services). Numbers are
valid and given to nobody: accounts of a bank code (999) that no bank holds, enterprise numbers of a range not yet in
use.
"""

from dataclasses import dataclass
from enum import StrEnum

FORMS = ("asbl", "asbl", "de_facto", "ngo", "asbl", "school", "de_facto", "other")
FIRST_NAMES = (
    "Camille",
    "Noor",
    "Alix",
    "Sacha",
    "Robin",
    "Lou",
    "Andrea",
    "Charlie",
    "Yaël",
    "Sam",
)
# One in three writes Dutch.
_DUTCH_EVERY = 3
_CYCLE = 10
NAMES = {
    "fr": {
        "asbl": "Association fictive nº {n}",
        "ngo": "ONG fictive nº {n}",
        "school": "École fictive nº {n}",
        "de_facto": "Collectif fictif nº {n}",
        "other": "Fondation fictive nº {n}",
    },
    "nl": {
        "asbl": "Fictieve vereniging nr. {n}",
        "ngo": "Fictieve ngo nr. {n}",
        "school": "Fictieve school nr. {n}",
        "de_facto": "Fictief collectief nr. {n}",
        "other": "Fictieve stichting nr. {n}",
    },
}


class Twin(StrEnum):
    """What an applicant shares with the one before, so that there are doubles to look for."""

    IBAN = "iban"
    TEXT = "text"
    PERSON = "person"
    ADDRESS = "address"
    ORGANISATION = "organisation"


# Odd ones share with the even one before, which writes the same language.
_TWINS = {3: Twin.IBAN, 5: Twin.TEXT, 7: Twin.PERSON, 9: Twin.ADDRESS, 1: Twin.ORGANISATION}


@dataclass(frozen=True, kw_only=True)
class Applicant:
    """Somebody who does not exist. `shares` with the one before is None for most; `language` is "fr" or "nl"."""

    number: int
    language: str
    legal_form: str
    shares: Twin | None = None

    @property
    def name(self) -> str:
        """The name of the organisation."""
        return NAMES[self.language][self.legal_form].format(n=self.number)

    @property
    def email(self) -> str:
        """An address in a domain that leads nowhere."""
        return f"fictif-{self.number}@jumelage.example"

    @property
    def enterprise_number(self) -> str:
        """Ten valid digits; "" for a de facto association."""
        return "" if self.legal_form == "de_facto" else enterprise_number(self.number)

    @property
    def iban(self) -> str:
        """The account, shared with the one before by some."""
        return iban(self._of(Twin.IBAN))

    @property
    def street(self) -> str:
        """The street and number of the seat, shared with the one before by some."""
        return f"Rue Fictive {self._of(Twin.ADDRESS)}"

    @property
    def people(self) -> tuple[str, str, str]:
        """Three people, the first of whom signs; the first is shared with the one before by some."""
        shared, own = self._of(Twin.PERSON), self.number
        return (person(shared, 0), person(own, 1), person(own, 2))

    @property
    def text_number(self) -> int:
        """Whose texts are written, its own or those of the one before."""
        return self._of(Twin.TEXT)

    def _of(self, what: Twin) -> int:
        return self.number - 1 if self.shares == what else self.number


def applicant(number: int) -> Applicant:
    """The applicant of that number (from 1); one in ten shares each of the five `Twin` things with the one before."""
    language = "nl" if (number // 2) % _DUTCH_EVERY == 1 else "fr"
    shares = _TWINS.get(number % _CYCLE) if number > 1 else None
    return Applicant(
        number=number,
        language=language,
        legal_form=FORMS[number % len(FORMS)],
        shares=shares,
    )


def person(number: int, place: int) -> str:
    """A name that says what it is."""
    return f"{FIRST_NAMES[(number + 3 * place) % len(FIRST_NAMES)]} Fictif {number}"


def enterprise_number(number: int) -> str:
    """Ten digits with a valid check, from a range that the register has not reached."""
    base = 19_000_000 + number
    return f"{base:08d}{97 - base % 97:02d}"


def iban(number: int) -> str:
    """A Belgian account with valid checks, of a bank that does not exist."""
    base = 9_990_000_000 + number
    account = f"{base:010d}{base % 97 or 97:02d}"
    check = 98 - int(f"{account}111400") % 97
    return f"BE{check:02d}{account}"
