"""What a visitor asks of the pages' appearance, read from a request.

Source: RFC 8674 (Save-Data is a list whose token `on` asks for less); our own two cookies, which hold no person.
"""

from collections.abc import Mapping

THEME_COOKIE = "theme"
SAVER_COOKIE = "saver"
THEMES = ("light", "dark")
YES = "on"


def theme_of(cookies: Mapping[str, str]) -> str:
    """`light` or `dark` when the visitor chose one; empty to follow the device."""
    chosen = cookies.get(THEME_COOKIE, "")
    return chosen if chosen in THEMES else ""


def saves_data(header: str, cookies: Mapping[str, str]) -> bool:
    """Whether the visitor asks for light pages, by the `Save-Data` header or by the site's own switch."""
    return YES in (cookies.get(SAVER_COOKIE), header.partition(";")[0].strip().lower())
