"""Redirects and what a page links to: plain rules."""

import pytest

from jumelage.foundation.kernel.errors import Refused
from jumelage.public.links.rules.reading import addresses_of, leads_out, parted, read_page
from jumelage.public.links.rules.redirects import check_redirect, plain

OWN = "https://city.example"


def test_what_leads_out_and_what_the_map_lists() -> None:
    assert leads_out("https://city.example.evil/", own=OWN)
    assert not leads_out(f"{OWN}/x", own=OWN)
    assert addresses_of("<a><loc>x</loc></a><loc>y</loc>") == ["x", "y"]


def test_a_page_is_read() -> None:
    html = (
        '<h1 id="top"><a href="../b/?x=1#y">b</a><a href="../b/?x=1#y">again</a><a name="z">z</a>'
        '<img src="/i.webp" alt=""><a href="mailto:a@b.example">m</a><track src="s.vtt"><p id="p">'
    )
    seen = read_page(html, address=f"{OWN}/fr/a/")
    assert seen.links == [f"{OWN}/fr/b/?x=1#y", f"{OWN}/i.webp", f"{OWN}/fr/a/s.vtt"]
    assert seen.places == {"top", "p"}
    assert parted(seen.links[0], own=OWN) == ("/fr/b/?x=1", "y")
    assert parted(OWN, own=OWN) == ("/", "")


@pytest.mark.parametrize(
    ("path", "same"),
    [
        ("/fr/a/", "/fr/a"),
        ("/fr/%C3%A9t%C3%A9", "/fr/été"),
        ("/fr/a?x=1#y", "/fr/a"),
        ("/", "/"),
    ],
)
def test_paths_are_compared_plainly(path: str, same: str) -> None:
    assert plain(path) == same


@pytest.mark.parametrize(
    ("old", "target", "code"),
    [
        ("fr/a", "/fr/b/", "redirect-path"),
        ("//evil.example", "/fr/b/", "redirect-path"),
        ("/", "/fr/", "redirect-path"),
        ("/fr/a", "fr/b", "redirect-target"),
        ("/fr/a", "javascript:alert(1)", "redirect-target"),
        ("/fr/a", "//evil.example", "redirect-target"),
        ("/fr/a", "/fr/a/", "redirect-circle"),
        ("/fr/a", "/fr/b/", "redirect-circle"),
    ],
)
def test_redirects_that_lead_nowhere_are_refused(old: str, target: str, code: str) -> None:
    others = {"/fr/b": "/fr/c/", "/fr/c": "/fr/a"}
    with pytest.raises(Refused) as refusal:
        check_redirect(old, target, others=others)
    assert refusal.value.code == code


def test_redirects_may_follow_one_another_and_lead_out() -> None:
    check_redirect("/fr/a", "/fr/b/", others={"/fr/b": "/fr/c/"})
    check_redirect("/fr/a", "https://other.example/x", others={})
