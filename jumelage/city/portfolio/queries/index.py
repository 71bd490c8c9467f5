"""What the explorer counts by, in memory: which projects have which theme, country, status… and which words.

Worked out once for each public change and each day. To count every choice of every filter is then a matter of sets;
asked of the database for each page, its price grows with the projects.

A set of projects is one whole number, a bit for each: to cross two of them, and to count what is left, costs the
same for three projects as for three thousand.
"""

from collections.abc import Sequence
from datetime import date
from functools import cached_property, lru_cache
from itertools import islice

from django.db.models import F, OrderBy, Q

from jumelage.city.portfolio.choices import FacetKind, Status
from jumelage.city.portfolio.models import Facet, Project
from jumelage.foundation.kernel.joined import Joined

Bits = int
_ORDERS: dict[str, tuple[str | OrderBy, str]] = {
    "": ("order", "slug"),
    "newest": (F("start").desc(nulls_last=True), "slug"),
    "oldest": (F("start").asc(nulls_last=True), "slug"),
}


class Index:
    """The published projects by what they have on `today`; read when first asked for."""

    def __init__(self, today: date) -> None:
        self.today = today
        self._orders: dict[str, list[int]] = {}

    @cached_property
    def held(self) -> dict[str, dict[str, Bits]]:
        """By kind of facet, and "status", then by code: the projects that have it. At most 3 queries."""
        held: dict[str, dict[str, Bits]] = {kind: {} for kind in FacetKind.values}
        by_code = Facet.objects.order_by().values_list("kind", "code")
        for kind, code, joined in by_code.annotate(joined=Joined("project")):
            held[kind][code] = self._bits(joined)
        statuses = {code: Joined("pk", filter=of) for code, of in _statuses(self.today).items()}
        found = Project.objects.filter(published=True).aggregate(**statuses)
        return {**held, "status": {code: self._bits(found[code]) for code in Status.values}}

    def ordered(self, sort: str) -> list[int]:
        """Every project, in the order `sort` of the filters. 1 query."""
        if sort not in self._orders:
            rows = Project.objects.filter(published=True).order_by(*_ORDERS[sort])
            self._orders[sort] = list(rows.values_list("pk", flat=True))
        return self._orders[sort]

    def page(self, found: Bits, *, sort: str, first: int, rows: int) -> list[int]:
        """The numbers of `rows` of the projects `found`, from the `first` on (0 is one), in the order `sort`."""
        places = self._places
        in_order = (one for one in self.ordered(sort) if one in places and found >> places[one] & 1)
        return list(islice(in_order, first, first + rows))

    def worded(self, words: Sequence[str]) -> Bits:
        """The projects whose text has all these folded `words`. At most 2 queries."""
        if not words:
            return (1 << len(self._places)) - 1
        found = list(range(len(self._places)))
        for word in words:
            found = [place for place in found if word in self._texts[place]]
        return _bits(found, of=len(self._places))

    @cached_property
    def _places(self) -> dict[int, int]:
        """The bit of each project."""
        return {number: place for place, number in enumerate(self.ordered(""))}

    @cached_property
    def _texts(self) -> list[str]:
        rows = Project.objects.filter(published=True).order_by().values_list("pk", "folded")
        texts = dict(rows)
        return [texts.get(number, "") for number in self._places]

    def _bits(self, joined: str | None) -> Bits:
        places = [self._places.get(int(one)) for one in joined.split(",")] if joined else []
        return _bits([place for place in places if place is not None], of=len(self._places))


@lru_cache(1)
def index_of(_: int, today: date) -> Index:
    """The index of `today`; a public change, which has a new stamp, asks for it again."""
    return Index(today)


def _bits(places: list[int], *, of: int) -> Bits:
    """The number whose bits at `places` are set. Read as digits: one step, however many there are."""
    digits = bytearray(b"0" * (of + 1))
    for place in places:
        digits[of - place] = 49  # "1"
    return int(digits, 2)


def _statuses(today: date) -> dict[str, Q]:
    """For each status, which rows have it on `today`: `rules/status.py` in the database's words.

    Dates are ISO texts: "2023" and "2023-06" come before "2023-06-15" in order, but have not passed on that day.
    """
    day = today.isoformat()
    passed = Q(end__lt=day) & ~Q(end__in=[day[:4], day[:7]])
    ahead = Q(start__gt=day)
    follows = {
        Status.ENDED: Q(end__isnull=False) & passed,
        Status.PLANNED: (Q(end__isnull=True) | ~passed) & Q(start__isnull=False) & ahead,
        Status.ONGOING: Q(end__isnull=False) & ~passed & (Q(start__isnull=True) | ~ahead),
        Status.UNKNOWN: Q(end__isnull=True) & (Q(start__isnull=True) | ~ahead),
    }
    return {str(code): Q(status=code) | Q(status="") & rows for code, rows in follows.items()}
