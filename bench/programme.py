"""A fictional programme of any size, made once into a data folder: what the benches read.

The words are made of syllables and follow Zipf's law, as those of a language do; the same folder is the same
programme on every machine. Rows are inserted in bulk, past the services: only a bench may do that.
"""

import os
import random
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

BIG = str(Path(__file__).parents[1] / "data" / "bench")
VOCABULARY, WORDS_A_DOCUMENT, ORGANISATIONS, PLACES = 50_000, 2_000, 100, 60
_ONSETS = [
    "b",
    "c",
    "d",
    "f",
    "g",
    "j",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "t",
    "v",
    "br",
    "cr",
    "dr",
    "fl",
    "gr",
    "pl",
    "pr",
    "tr",
    "ch",
]
_VOWELS = ["a", "e", "i", "o", "u", "ai", "ou", "é", "è", "an", "on", "in"]
# A city does most in one country: two filters together still find more than a page among 100 projects.
_COUNTRIES = ["CD", "CD", "CD", "CD", "CD", "CD", "GN", "MA", "SN", "BF"]


def vocabulary(chance: random.Random) -> list[str]:
    """Made-up words, the commonest first; common ones are short."""
    words: dict[str, None] = {}
    while len(words) < VOCABULARY:
        syllables = 1 + min(4, len(words) // 200 + chance.randint(0, 2))
        words[
            "".join(chance.choice(_ONSETS) + chance.choice(_VOWELS) for _ in range(syllables))
        ] = None
    return list(words)


class Writer:
    """Texts made of the vocabulary."""

    def __init__(self, seed: int = 2026) -> None:
        self.chance = random.Random(seed)
        self.words = vocabulary(self.chance)
        self.weights = list(accumulate(1 / rank for rank in range(2, VOCABULARY + 2)))

    def text(self, length: int) -> str:
        """`length` words."""
        return " ".join(self.chance.choices(self.words, cum_weights=self.weights, k=length))

    def title(self) -> str:
        """A few rarer words."""
        return " ".join(
            self.chance.choices(self.words[100:], k=self.chance.randint(2, 5))
        ).capitalize()


def prepare(folder: str, *, projects: int, documents: int) -> None:
    """Start Django on the data folder `folder`, making its programme when it has none yet."""
    os.environ.update(JUMELAGE_DATA=folder, DJANGO_SETTINGS_MODULE="config.settings")
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    settings.PAGE_CACHE_BYTES = 0
    settings.ALLOWED_HOSTS.append("testserver")
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    from jumelage.city.portfolio.models import Project

    if not Project.objects.exists():
        print(f"making {projects} projects and {documents} documents in {folder}", file=sys.stderr)
        fill(projects, documents)


def fill(projects: int, documents: int) -> None:
    """Make the programme, and its search index."""
    from django.db import connection, transaction

    from jumelage.city.organisations.models import Organisation
    from jumelage.city.portfolio.models import Place, Project
    from jumelage.city.portfolio.services.index_project import index_project
    from jumelage.public.site.services.index_record import index_record

    writer = Writer()
    with transaction.atomic():
        for model, count in ((Organisation, ORGANISATIONS), (Place, PLACES)):
            model.objects.bulk_create(_rows(model, writer, count))
        Project.objects.bulk_create(_rows(Project, writer, projects), batch_size=500)
        _link(writer)
        for model in (Organisation, Place, Project):
            for record in model.objects.all():
                if model is Project:
                    index_project(record)
                index_record(record)
        _documents(writer, documents)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def _rows(model: type, writer: Writer, count: int) -> Iterator[object]:
    chance = writer.chance
    for number in range(count):
        values = {
            "slug": f"{model.__name__.lower()}-{number}",
            "country": chance.choice(_COUNTRIES),
        }
        if model.__name__ == "Project":
            start = chance.randint(2002, 2026)
            values |= {
                "title": {"fr": writer.title(), "nl": writer.title()},
                "summary": {"fr": writer.text(30), "nl": writer.text(30)},
                "aims": {"fr": writer.text(80)},
                "start": str(start),
                "end": str(start + chance.randint(1, 6)),
                "themes": chance.sample(["health", "water", "women", "families", "agriculture"], 2),
                "sdgs": chance.sample(range(1, 18), 2),
            }
        else:
            values |= {
                "name": {"fr": writer.title()},
                "about": {"fr": writer.text(40)},
                "kind": "association" if model.__name__ == "Organisation" else "commune",
            }
        yield model(**values)


def _link(writer: Writer) -> None:
    from jumelage.city.organisations.models import Organisation
    from jumelage.city.portfolio.models import Participation, Place, Project

    organisations, places = list(Organisation.objects.all()), list(Place.objects.all())
    through = Project.places.through
    parts, spots = [], []
    for project in Project.objects.all():
        parts += [
            Participation(project=project, organisation=organisation, role="4")
            for organisation in writer.chance.sample(organisations, 2)
        ]
        spots.append(through(project=project, place=writer.chance.choice(places)))
    Participation.objects.bulk_create(parts, batch_size=500)
    through.objects.bulk_create(spots, batch_size=500)


def _documents(writer: Writer, count: int) -> None:
    from django.conf import settings

    from jumelage.city.evidence.models import Document
    from jumelage.foundation.kernel.folding import fold
    from jumelage.public.site.models import SearchEntry, Word
    from jumelage.public.site.rules.search_words import vocabulary_of
    from jumelage.public.site.services.fill_engine import fill_engine

    # The words are made without capitals and signs: folding each once is enough.
    folded = {word: fold(word) for word in writer.words}
    uses: Counter[str] = Counter()
    for first in range(0, count, 500):
        numbers = range(first, min(first + 500, count))
        made = Document.objects.bulk_create(
            Document(
                slug=f"document-{number}",
                title={"fr": writer.title()},
                languages=["fr"],
                date=str(writer.chance.randint(2002, 2026)),
                media_type="application/pdf",
                size_bytes=200_000 + number,
                pages=10,
                text=writer.text(WORDS_A_DOCUMENT),
            )
            for number in numbers
        )
        entries = SearchEntry.objects.bulk_create(
            SearchEntry(
                kind="document", record=f"evidence.document:{one.pk}", language=code, slug=one.slug,
                title=str(one.title["fr"]), title_language="fr", digest="bench",
            )
            for one in made
            for code, _ in settings.LANGUAGES
        )  # fmt: skip
        for place, entry in enumerate(entries):
            text = made[place // len(settings.LANGUAGES)].text if entry.language == "fr" else ""
            words = [folded[word] for word in text.split()]
            fill_engine(entry, fold(entry.title), "", " ".join(words))
            uses.update(vocabulary_of(words))
    known = set(Word.objects.filter(language="fr").values_list("text", flat=True))
    Word.objects.bulk_create(
        (
            Word(language="fr", text=text, uses=times)
            for text, times in uses.items()
            if text not in known
        ),
        batch_size=2_000,
    )
