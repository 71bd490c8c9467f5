"""What fictional applicants answer, to any form: every text says that it is fictional.

Source: Jumelage, issue 4 (real input: fictional, clearly marked applications).
"""

from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import Any, Protocol, cast

MARKS = {"fr": "Données fictives.", "nl": "Fictieve gegevens."}
DECLARATIONS = {
    "fr": "Données fictives. Déclaration faite par un programme.",
    "nl": "Fictieve gegevens. Verklaring gemaakt door een programma.",
}
TITLES = {
    "fr": ("Un puits pour le village", "Jardins d’école", "Bibliothèque de quartier", "Coopérative de couture",
           "Théâtre-forum sur le climat", "Formation de sages-femmes", "Reboisement des berges",
           "Ateliers de réparation de vélos", "Radio communautaire", "Semences paysannes", "Cantine scolaire solaire",
           "Mémoire et migrations"),
    "nl": ("Een waterput voor het dorp", "Schooltuinen", "Buurtbibliotheek", "Naaicoöperatie",
           "Forumtheater over het klimaat", "Opleiding van vroedvrouwen", "Herbebossing van de oevers",
           "Ateliers fietsherstelling", "Gemeenschapsradio", "Boerenzaden", "Schoolkantine op zonne-energie",
           "Geheugen en migratie"),
}  # fmt: skip
SENTENCES = {
    "fr": (
        "Le projet est né d’une demande de {a} familles du quartier nº {b}.",
        "Un comité de {c} personnes suit chaque étape et tient les comptes.",
        "Les ateliers ont lieu {d} fois par mois, à des heures choisies par les femmes.",
        "Après {e} mois, le comité local reprend seul l’entretien.",
        "Nous comptons les participations et nous publions un bilan de {f} pages.",
        "Les {a} élèves de l’école voisine préparent une exposition avec {c} artistes.",
        "Le matériel est acheté sur place, chez {d} artisans différents.",
        "Le risque principal est la saison des pluies : les travaux s’arrêtent {e} semaines.",
    ),
    "nl": (
        "Het project ontstond op vraag van {a} gezinnen uit wijk nr. {b}.",
        "Een comité van {c} mensen volgt elke stap en houdt de rekeningen bij.",
        "De ateliers vinden {d} keer per maand plaats, op uren die de vrouwen kiezen.",
        "Na {e} maanden doet het lokale comité zelf het onderhoud.",
        "We tellen de deelnames en publiceren een balans van {f} bladzijden.",
        "De {a} leerlingen van de buurtschool maken een tentoonstelling met {c} kunstenaars.",
        "Het materiaal wordt ter plaatse gekocht, bij {d} verschillende ambachtslieden.",
        "Het grootste risico is het regenseizoen: de werken liggen {e} weken stil.",
    ),
}  # fmt: skip
COUNTRIES = ("SN", "CD", "MA", "RW", "BJ", "GN", "TN", "BF", "BI", "CM", "PS", "BO")
MOST_WRITTEN = 500
_COSTS_SHARE = 60


class Asked(Protocol):
    """A field of a form, as far as this rule looks."""

    code: str
    kind: str
    limit: int | None
    choices: tuple[Any, ...]
    columns: tuple["Asked", ...]
    rows_least: int
    budget: Any


class Answerer:
    """Answers questions of a form.

    `number` is the applicant's, `text_number` draws the words, `year` is the call's, `ask_cents` (euro cents) is asked
    for.
    """

    def __init__(
        self, *, number: int, text_number: int, language: str, year: int, ask_cents: int
    ) -> None:
        self.number, self.text_number, self.language = number, text_number, language
        self.year, self.ask_cents = year, ask_cents

    @property
    def title(self) -> str:
        """The project's title."""
        titles = TITLES[self.language]
        mark = MARKS[self.language].rstrip(".").lower()
        return f"{titles[self.text_number % len(titles)]} {self.number} ({mark})"

    def answer(self, field: Any) -> Any:
        """A right answer to `field`; None to what asks nothing, and to files, which are joined."""
        found = _ANSWERS.get(str(field.kind))
        return found(self, cast(Asked, field)) if found else None

    def short(self, field: Asked) -> str:
        """A short text: the title where it is asked, else one sentence."""
        if field.code in {"title", "project_title", "titre", "titel"}:
            return self.title[: field.limit]
        return f"{MARKS[self.language]} nº {self.number}"[: field.limit]

    def long(self, field: Asked) -> str:
        """Four sentences that differ from one question and one applicant to the next."""
        drawn = sha256(f"{self.text_number} {field.code}".encode()).digest()
        numbers = {name: 3 + drawn[place] % 87 for place, name in enumerate("abcdef")}
        left = list(SENTENCES[self.language])
        chosen = [left.pop(byte % len(left)).format(**numbers) for byte in drawn[8:12]]
        text = " ".join([MARKS[self.language], *chosen, f"({self.number})"])
        return text[: min(field.limit or MOST_WRITTEN, MOST_WRITTEN)]

    def day(self, field: Asked) -> str:
        """A day of the year after the call; the last of two comes later."""
        last = "end" in field.code
        return f"{self.year + 1}-{'11' if last else '02'}-{1 + self.number % 28:02d}"

    def budget(self, field: Asked) -> dict[str, Any]:
        """A table that balances, with an own contribution of a tenth."""
        own = self.ask_cents // 10
        total = self.ask_cents + own
        first = total * _COSTS_SHARE // 100
        codes = [one.code for one in field.budget.costs if one.eligible] or [""]
        label = MARKS[self.language]
        lines = [(codes[0], first), (codes[self.number % len(codes)], total - first)]
        return {
            "costs": [
                {"category": code, "label": label, "cents": cents} for code, cents in lines if cents
            ],
            "own_cents": own,
            "ask_cents": self.ask_cents,
        }

    def rows(self, field: Asked) -> list[dict[str, Any]]:
        """Two rows."""
        row = {one.code: self.answer(one) for one in field.columns}
        return [row for _ in range(max(2, field.rows_least))]


def ask_cents(number: int, *, cap_cents: int | None, minimum_cents: int | None) -> int:
    """What an applicant asks, in euro cents: from half of the cap up to it, in round hundreds of euro."""
    cap = cap_cents or 500_000
    asked = (cap // 2 + (number * 37 % 51) * cap // 100) // 10_000 * 10_000
    return max(min(asked, cap), minimum_cents or 0, 10_000)


_ANSWERS: Mapping[str, Callable[[Answerer, Asked], Any]] = {
    "short_text": Answerer.short,
    "long_text": Answerer.long,
    "number": lambda one, _field: 20 + one.number % 400,
    "money": lambda one, _field: one.ask_cents,
    "date": Answerer.day,
    "choice": lambda one, field: field.choices[one.number % len(field.choices)].code,
    "choices": lambda one, field: [field.choices[one.number % len(field.choices)].code],
    "country": lambda one, _field: COUNTRIES[one.number % len(COUNTRIES)],
    "place": lambda one, _field: {
        "name": f"{MARKS[one.language]} {one.number}",
        "country": COUNTRIES[one.number % len(COUNTRIES)],
    },
    "organisation": lambda one, _field: {
        "name": f"Partenaire fictif nº {one.number}",
        "country": COUNTRIES[one.number % len(COUNTRIES)],
        "email": f"partenaire-{one.number}@jumelage.example",
    },
    "person": lambda one, _field: {
        "name": f"Personne fictive nº {one.number}",
        "email": f"personne-{one.number}@jumelage.example",
    },
    "table": Answerer.rows,
    "budget": Answerer.budget,
    "statement": lambda _one, _field: True,
}
