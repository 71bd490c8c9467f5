"""A visitor finds the fortnight, reads its day, opens who says so, and takes the day home in a calendar."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import sound

WAYS = [
    (
        "/fr/programme/",
        "fr-BE",
        "Quinzaine",
        "Soirée de lancement de la Quinzaine 2024",
        "agenda (iCal)",
    ),
    (
        "/nl/programma/",
        "nl-BE",
        "Veertiendaagse",
        "Startavond van de Veertiendaagse 2024",
        "toevoegen (iCal)",
    ),
]


@pytest.mark.parametrize(("start", "locale", "room", "event", "calendar"), WAYS)
@pytest.mark.parametrize("width", [1280, 320])
def test_a_visitor_reads_the_fortnight(
    open_page: Callable[..., Page],
    *,
    start: str,
    locale: str,
    room: str,
    event: str,
    calendar: str,
    width: int,
) -> None:
    page = open_page(start, width=width, locale=locale)
    page.locator("#rooms + ul").get_by_role("link", name=room).click()
    expect(page.locator("#day-2024-09-25")).to_be_visible()
    sound(page)
    page.get_by_role("link", name=event, exact=True).click()
    page.locator("details.evidence summary").first.click()
    expect(page.locator("details.evidence[open]").get_by_role("link").first).to_be_visible()
    with page.expect_download() as waited:
        page.get_by_role("link", name=calendar).click()
    assert waited.value.suggested_filename == "lancement-2024.ics"
    sound(page)
