"""Small folders of data files, for tests."""

from pathlib import Path
from textwrap import dedent

GOOD = {
    "sources.yaml": """
        - slug: city-page
          title: {fr: "Page", nl: "Pagina", en: "Page"}
          publisher: {fr: "La Ville", nl: "De Stad", en: "The City"}
          voice: city
          received_on: "2026-11-21"
        - slug: paper
          title: {fr: "Article", nl: "Artikel", en: "Article"}
          publisher: {fr: "Le journal", nl: "De krant", en: "The paper"}
          voice: press
          document: minutes
        """,
    "documents.yaml": """
        - slug: minutes
          title: {fr: "PV", nl: "Notulen", en: "Minutes"}
          languages: [fr, nl]
          file: files/minutes.txt
        """,
    "files/minutes.txt": "Le conseil decide.\n",
    "README.md": "For people.",
    "organisations.yaml": """
        - slug: double
          name: {fr: "SOS", nl: "SOS", en: "SOS"}
          kind: association
          country: "BE"
          merged_into: helpers
        - slug: helpers
          name: {fr: "Aides", nl: "Helpers", en: "Helpers"}
          kind: association
          country: "BE"
          identifiers:
            - scheme: BE-BCE_KBO
              value: "0403.019.261"
              claims:
                - about: existence
                  evidence:
                    - source: city-page
                      says: {fr: "n° 0403.019.261", nl: "nr. 0403.019.261", en: "no. 0403.019.261"}
                      at: {fr: "pied de page", nl: "voettekst", en: "footer"}
          contacts:
            - {channel: email, value: "info@example.org", public: true}
        """,
    "people.yaml": """
        - slug: jo
          name: "Jo"
          public: true
          positions:
            - organisation: helpers
              role: {fr: "point focal", nl: "aanspreekpunt", en: "focal point"}
              start: "2021-05"
        """,
    "bodies.yaml": """
        - slug: council
          kind: council
          name: {fr: "Conseil", nl: "Raad", en: "Council"}
          organisation: helpers
        """,
    "decisions.yaml": """
        - slug: yes-2021
          body: council
          date: "2021-05-03"
          subject: {fr: "Oui", nl: "Ja", en: "Yes"}
          documents: [minutes]
        """,
    "places.yaml": """
        - slug: quarter
          name: {fr: "Quartier", nl: "Wijk", en: "Quarter"}
          kind: commune
          country: "CD"
          parent: town
          area_km2: 237
          claims:
            - about: area_km2
              because: {fr: "La ville parle.", nl: "De stad spreekt.", en: "The city speaks."}
              evidence:
                - source: city-page
                  says: {fr: "237 km²", nl: "237 km²", en: "237 km²"}
                  at: {fr: "§ 2", nl: "§ 2", en: "§ 2"}
                  shown: true
                - source: paper
                  says: {fr: "250 km²", nl: "250 km²", en: "250 km²"}
                  quotation: "quelque 250 km²"
                  quotation_language: fr
        - slug: town
          name: {fr: "Ville", nl: "Stad", en: "Town"}
          kind: city
          country: "CD"
          latitude: -4.32
          longitude: 15.3
        """,
    "partnerships/town.yaml": """
        slug: town
        title: {fr: "Avec la ville", nl: "Met de stad", en: "With the town"}
        summary: {fr: "Depuis 2002.", nl: "Sinds 2002.", en: "Since 2002."}
        country: "CD"
        places: [quarter, town]
        start: "2002"
        partners:
          - organisation: helpers
            focal_point: true
        agreements:
          - slug: plan
            title: {fr: "Plan", nl: "Plan", en: "Plan"}
            start: "2022"
            end: "2026"
            decision: yes-2021
            documents: [minutes]
            claims:
              - about: period
                evidence:
                  - source: city-page
                    says: {fr: "2022–2026", nl: "2022–2026", en: "2022–2026"}
                    at: {fr: "§ 4", nl: "§ 4", en: "§ 4"}
        axes:
          - slug: water
            title: {fr: "Eau", nl: "Water", en: "Water"}
        """,
    "projects/taps.yaml": """
        slug: taps
        title: {fr: "Robinets", nl: "Kranen", en: "Taps"}
        summary: {fr: "De l’eau.", nl: "Water.", en: "Water."}
        partnership: town
        country: "CD"
        places: [quarter]
        start: "2021"
        end: "2024"
        themes: [water]
        sectors: ["14030"]
        sdgs: [6]
        decision: yes-2021
        participations:
          - organisation: helpers
            role: implementing
        beneficiaries:
          - slug: families
            group: {fr: "familles", nl: "gezinnen", en: "families"}
            announced: 200
            reached: 197
            claims:
              - about: reached
                evidence:
                  - source: paper
                    says: {fr: "197", nl: "197", en: "197"}
                    at: {fr: "§ 1", nl: "§ 1", en: "§ 1"}
        milestones:
          - slug: works
            title: {fr: "Travaux", nl: "Werken", en: "Works"}
            done: true
        """,
    "announcements.yaml": """
        - slug: more
          text: {fr: "Davantage", nl: "Meer", en: "More"}
          partnership: town
        """,
    "site.yaml": """
        city:
          name: {fr: "Ville", nl: "Stad", en: "Town"}
          organisation: helpers
          country: "BE"
          latitude: 50.85
          longitude: 4.35
        contact:
          name: {fr: "Cellule", nl: "Cel", en: "Unit"}
          phone: "+32 2 000 00 00"
        home:
          title: {fr: "Agir", nl: "Doen", en: "Act"}
        map:
          crop: [318, 8, 400, 340]
        """,
    "pages/privacy.yaml": """
        slug: privacy
        fr: {slug: vie-privee, title: "Vie privée", body: [{heading: "Qui"}, {text: "Nous."}, {list: ["a"]}]}
        nl: {slug: privacy, title: "Privacy", intro: "Kort."}
        en: {slug: privacy, title: "Privacy"}
        """,
    "roles.yaml": """
        - code: clerk
          name: {fr: "Agent", nl: "Agent", en: "Clerk"}
          staff: true
          acts: ["accounts.reset-second-factor"]
        """,
}


def write(folder: Path, files: dict[str, str] | None = None, **changes: str) -> Path:
    """A folder with `files` (the good ones when not given); nothing in a name stands for more than it says."""
    for name, text in {**(GOOD if files is None else files), **changes}.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(dedent(text).lstrip("\n"), "utf-8")
    return folder
