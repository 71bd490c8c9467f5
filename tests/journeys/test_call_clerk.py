"""A clerk clones last year's call, is stopped for a missing Dutch text, publishes, and amends what is open."""

from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes, policy
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Open, Site, signed_in, sound

CLERK = "clerk@demo.jumelage.example"
WORDS = {
    "fr": {
        "clone": "Cloner vers l’année suivante",
        "moved": "reportées à la nouvelle année",
        "itself": "Modifier l’appel lui-même",
        "article": "Ajouter : un article",
        "publish": "Publier l’appel",
        "lacks": "texte manquant : Texte (Nederlands)",
        "change": "Modifier : un article",
        "amend": "Publier les changements",
        "published": "L’appel est publié",
        "open": "Cet appel est ouvert",
        "differs": "1 texte diffère",
        "notice": "Changement des règles",
        "mail": "Les règles de l’appel ont changé",
    },
    "nl": {
        "clone": "Kopiëren naar het volgende jaar",
        "moved": "verschoven naar het nieuwe jaar",
        "itself": "De oproep zelf wijzigen",
        "article": "Toevoegen: een artikel",
        "publish": "De oproep publiceren",
        "lacks": "tekst ontbreekt: Tekst (Nederlands)",
        "change": "Wijzigen: een artikel",
        "amend": "De wijzigingen publiceren",
        "published": "De oproep is gepubliceerd",
        "open": "Deze oproep is open",
        "differs": "1 tekst verschilt",
        "notice": "Wijziging van de regels",
        "mail": "De regels van de oproep zijn gewijzigd",
    },
}
CUT_OFF = """[...document.querySelectorAll('.desk :not(.desk-scroll *)')]
  .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
  .map((one) => one.outerHTML.slice(0, 120))"""
LOOKS = pytest.mark.parametrize(("language", "width"), [("fr", 1280), ("nl", 320)])
# Somebody who has a draft in the call: last year's, or the one that is open.
DRAFT = """
from django.utils import timezone
from jumelage.foundation.accounts.models import User
from jumelage.programmes.applications.services.writing.start_application import start_application
from jumelage.programmes.calls.models import Call
from tests.factories.accounts import UserFactory
call, email = Call.objects.get(slug={slug!r}), "draft-{slug}@demo.jumelage.example"
user = User.objects.filter(email=email).first() or UserFactory(email=email, language={language!r})
given = dict(user=user, organisation=None, language={language!r}, now=timezone.now())
start_application(call, call.tracks.first(), **given)
"""


def today() -> date:
    return datetime.now(UTC).astimezone(ZoneInfo("Europe/Brussels")).date()


def whole(page: Page) -> None:
    """Sound, and no part of it is cut off at the edge of the window."""
    sound(page)
    assert page.evaluate(CUT_OFF) == [], page.url


def press(page: Page, button: str) -> None:
    """Press, and look at what comes."""
    with page.expect_navigation() as went:
        page.get_by_role("button", name=button, exact=True).click()
    if went.value.ok:
        # What is done is told by a message that fades in: looked at without it.
        page.goto(page.url)
    whole(page)


def follow(page: Page, link: str) -> None:
    """Go, and look at what comes."""
    page.get_by_role("link", name=link, exact=True).first.click()
    whole(page)


def write(page: Page, name: str, words: str, *languages: str) -> None:
    for code in languages or ("fr", "nl", "en"):
        page.locator(f"[name={name}__{code}]").fill(f"{words} ({code})")


def letters(site: Site, reader: str) -> list[str]:
    """The mails that the site sent to `reader`."""
    site.run("db_worker", "--batch")
    files = [path for path in (site.data / "mails").glob("*") if path.is_file()]
    mails = [message_from_bytes(path.read_bytes(), policy=policy.default) for path in files]
    return [
        f"{mail['Subject']} {mail.get_body().get_content()}"  # type: ignore[union-attr]
        for mail in mails
        if reader in mail["To"]
    ]


def next_year(day: date) -> date:
    """The same day and month; from a Saturday or a Sunday, the Monday after."""
    last = 28 if (day.month, day.day) == (2, 29) else day.day
    moved = day.replace(year=day.year + 1, day=last)
    return moved + timedelta(days=(7 - moved.weekday()) if moved.weekday() > 4 else 0)


def days(page: Page) -> list[date]:
    """The days when the call opens and closes, as its page on the desk tells them."""
    told = page.locator("#call time").evaluate_all("all => all.map((one) => one.dateTime)")
    return [date.fromisoformat(one[:10]) for one in told]


def clone(site: Site, page: Page, words: dict[str, str], slug: str) -> None:
    """From the list to next year's call: the same rules, every date moved, nothing that people sent."""
    page.goto(f"{site.address}/desk/calls/")
    whole(page)
    page.locator("main a[href$='/desk/calls/2027/']").click()
    whole(page)
    before = days(page)
    follow(page, words["clone"])
    page.locator("[name=slug]").fill("2027")
    press(page, words["clone"])
    expect(page.get_by_role("alert")).to_contain_text("2027")
    page.locator("[name=slug]").fill(slug)
    press(page, words["clone"])
    expect(page).to_have_url(f"{site.address}/desk/calls/{slug}/")
    expect(page.locator("main")).to_contain_text(words["moved"])
    assert days(page) == [next_year(one) for one in before]
    expect(page.locator("#article li")).to_have_count(14)


def open_today(page: Page, words: dict[str, str]) -> None:
    """It opens today, so that it can be changed while people write."""
    follow(page, words["itself"])
    page.locator("[name=opens_on]").fill("2026-13-45")
    press(page, words["itself"])
    expect(page.locator(".desk-error")).to_have_count(1)
    page.locator("[name=opens_on]").fill(str(today()))
    page.locator("[name=closes_on]").fill(str(today() + timedelta(days=40)))
    page.locator("[name=demonstration]").uncheck()
    press(page, words["itself"])


def stopped_and_completed(page: Page, words: dict[str, str]) -> None:
    """A text without its Dutch keeps the call from being published; the message leads to it."""
    follow(page, words["article"])
    page.locator("[name=number]").fill("15")
    write(page, "title", "Contrôle")
    write(page, "text", "Le service visite le projet.", "fr", "en")
    press(page, words["article"])
    page.get_by_role("button", name=words["publish"]).click()
    expect(page.locator(".messages")).to_contain_text(words["lacks"])
    page.get_by_role("link", name=words["lacks"]).click()
    expect(page.locator("[name=text__nl]")).to_be_focused()
    whole(page)
    write(page, "text", "De dienst bezoekt het project.", "nl")
    press(page, words["change"])
    page.get_by_role("button", name=words["publish"]).click()
    expect(page.locator(".messages")).to_contain_text(words["published"])


def amended(site: Site, page: Page, words: dict[str, str], slug: str) -> None:
    """Another text while it is open: the reason is asked, in both languages of the law."""
    page.goto(f"{site.address}/desk/calls/{slug}/")
    page.locator("#article li a").last.click()
    whole(page)
    write(page, "text", "Le service visite deux fois le projet.")
    press(page, words["change"])
    expect(page.locator("main")).to_contain_text(words["differs"])
    follow(page, words["amend"])
    write(page, "reason", "Une visite ne suffit pas.", "fr")
    press(page, words["amend"])
    expect(page.locator("[name=reason__fr]")).to_have_value("Une visite ne suffit pas. (fr)")
    write(page, "reason", "Une visite ne suffit pas.", "nl")
    press(page, words["amend"])


@LOOKS
def test_a_clerk_clones_completes_publishes_and_amends(
    site: Site, open_page: Open, language: str, width: int
) -> None:
    words, slug = WORDS[language], f"2028-{language}"
    site.run("shell", "-c", DRAFT.format(slug="2027", language=language))
    page = signed_in(site, open_page, CLERK, language, width=width)
    clone(site, page, words, slug)
    open_today(page, words)
    stopped_and_completed(page, words)
    page.goto(f"{site.address}/desk/applications/?call={slug}")
    expect(page.locator("main tbody tr")).to_have_count(0)
    whole(page)
    places = {"fr": "/fr/appels/", "nl": "/nl/oproepen/"}
    visitor = open_page(f"{places[language]}{slug}/", width=width, locale=f"{language}-BE")
    expect(visitor.locator("main")).to_contain_text(words["open"])
    sound(visitor)
    site.run("shell", "-c", DRAFT.format(slug=slug, language=language))
    amended(site, page, words, slug)
    visitor.reload()
    notice = visitor.locator("section[id^=notice-]")
    expect(notice).to_contain_text(words["notice"])
    notice.get_by_role("link").click()
    expect(visitor.locator("#version-2 ins").first).to_be_visible()
    sound(visitor)
    anchor = notice.get_attribute("id")
    (letter,) = letters(site, f"draft-{slug}@")
    assert words["mail"] in letter
    assert f"{places[language]}{slug}/#{anchor}" in letter
