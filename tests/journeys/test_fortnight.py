"""A visitor finds the fortnight, reads its day, opens who says so, and takes the day home in a calendar."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

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
    assert page.locator("#day-2024-09-25").is_visible()
    assert_sound(page)
    page.get_by_role("link", name=event, exact=True).click()
    page.locator("details.evidence summary").first.click()
    assert page.locator("details.evidence[open]").get_by_role("link").first.is_visible()
    with page.expect_download() as waited:
        page.get_by_role("link", name=calendar).click()
    assert waited.value.suggested_filename == "lancement-2024.ics"
    assert_sound(page)


def assert_sound(page: Page) -> None:
    """No accessibility rule broken, nothing wider than the window."""
    broken = [found["id"] for found in Axe().run(page).response["violations"]]
    assert broken == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
