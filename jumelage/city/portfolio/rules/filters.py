"""What a visitor asks of the explorer, read from the address and written to it.

Source: RFC 3986 §3.4 (query); parameters that nobody knows are left out, so that an old address still answers.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, replace
from urllib.parse import urlencode

from jumelage.foundation.kernel.folding import fold

PAGE_ROWS = 20
LONGEST_TEXT = 200
MOST_WORDS = 8
SORTS = ("", "newest", "oldest")
_FIRST_PAGE = 1


@dataclass(frozen=True)
class Filters:
    """Empty text means "any"; `sdg` is a goal's number as text; pages count from 1."""

    q: str = ""
    theme: str = ""
    country: str = ""
    status: str = ""
    partner: str = ""
    sdg: str = ""
    sort: str = ""
    page: int = _FIRST_PAGE

    @property
    def words(self) -> list[str]:
        """The words sought, folded, each once; of a long text the first eight, as each costs a search."""
        return list(dict.fromkeys(fold(self.q).split()))[:MOST_WORDS]

    @property
    def chosen(self) -> dict[str, str]:
        """The filters in use, by name; not the order nor the page."""
        return {
            name: value
            for name, value in asdict(self).items()
            if value and name not in {"sort", "page"}
        }

    def query(self, **changes: str | int) -> str:
        """The query of the address with `changes`, "?theme=water&page=2" or ""; any change leads to page 1."""
        asked = replace(self, **{"page": _FIRST_PAGE, **changes})  # type: ignore[arg-type]
        pairs = {name: value for name, value in asdict(asked).items() if value}
        if asked.page == _FIRST_PAGE:
            del pairs["page"]
        return f"?{urlencode(pairs)}" if pairs else ""


def read_filters(
    parameters: Mapping[str, str], *, themes: Collection[str], statuses: Collection[str]
) -> Filters:
    """The filters that `parameters` of an address ask for; what is not known is left out."""
    given = {name: value.strip() for name, value in parameters.items()}
    country = given.get("country", "").upper()
    return Filters(
        q=given.get("q", "")[:LONGEST_TEXT].replace("\0", ""),
        theme=_one_of(given.get("theme", ""), themes),
        country=country if re.fullmatch(r"[A-Z]{2}", country) else "",
        status=_one_of(given.get("status", ""), statuses),
        partner=_matching(r"[-a-z0-9_]{1,80}", given.get("partner", "")),
        sdg=_matching(r"[1-9]|1[0-7]", given.get("sdg", "")),
        sort=_one_of(given.get("sort", ""), SORTS),
        page=int(_matching(r"[1-9]\d{0,5}", given.get("page", "")) or _FIRST_PAGE),
    )


def _one_of(value: str, known: Collection[str]) -> str:
    return value if value in known else ""


def _matching(pattern: str, value: str) -> str:
    return value if re.fullmatch(pattern, value, re.ASCII) else ""


def pages_of(total: int) -> int:
    """Number of pages for `total` rows; one when there are none."""
    return max(1, -(-total // PAGE_ROWS))
