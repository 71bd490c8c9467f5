"""Texts of people, links, redirects, changes: plain rules."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jumelage.foundation.kernel.errors import Refused
from jumelage.public.site.rules.changes import changes
from jumelage.public.site.rules.links import leads_out, mark_external, parted, read_page
from jumelage.public.site.rules.prose import prose, unsafe_links
from jumelage.public.site.rules.redirects import check_redirect, plain

OWN = "https://city.example"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("", ""),
        ("One\nline.\n\n\nTwo.", "<p>One line.</p><p>Two.</p>"),
        ("- a\r\n- b", "<ul><li>a</li><li>b</li></ul>"),
        ("## Head\nbody", "<h2>Head</h2><p>body</p>"),
        ("## Head", "<h2>Head</h2>"),
        ("- a\nnot a list", "<p>- a not a list</p>"),
        ("[here](/fr/)", '<p><a href="/fr/">here</a></p>'),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>"),
        ("[x](//evil.example/)", "<p>[x](//evil.example/)</p>"),
        ('<b>"bold"</b>', "<p>&lt;b&gt;&quot;bold&quot;&lt;/b&gt;</p>"),
        (
            '[x](https://a.example/"onclick=1)',
            '<p><a href="https://a.example/&quot;onclick=1">x</a></p>',
        ),
    ],
)
def test_prose(text: str, html: str) -> None:
    assert prose(text) == html


@given(st.text())
def test_prose_lets_no_tag_through(text: str) -> None:
    rest = prose(text)
    for tag in ("<p>", "</p>", "<h2>", "</h2>", "<ul>", "</ul>", "<li>", "</li>", "</a>"):
        rest = rest.replace(tag, "")
    assert "<" not in rest.replace('<a href="', "")


def test_unsafe_links() -> None:
    assert unsafe_links("[a](data:x) [b](mailto:x@y.example) [c](ftp://x)") == ["data:x", "ftp://x"]


def test_links_that_lead_out_are_marked() -> None:
    html = (
        f'<p><a href="https://other.example/x">there</a> <a class="b" rel="nofollow" href="{OWN}/fr/">here</a>'
        ' <a href="/nl/">x</a> <a rel="nofollow" href="http://a.example">b <i>c</i></a></p>'
    )
    assert mark_external(html, own=OWN, mark="*") == (
        '<p><a href="https://other.example/x" rel="external noopener">there*</a>'
        f' <a class="b" rel="nofollow" href="{OWN}/fr/">here</a>'
        ' <a href="/nl/">x</a> <a href="http://a.example" rel="external noopener">b <i>c</i>*</a></p>'
    )
    assert leads_out("https://city.example.evil/", own=OWN)
    assert not leads_out(f"{OWN}/x", own=OWN)


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


def test_changes_word_by_word() -> None:
    assert changes("The City buys coffee.", "The City now buys tea.") == [
        ("same", "The City "),
        ("new", "now "),
        ("same", "buys "),
        ("gone", "coffee."),
        ("new", "tea."),
    ]


@given(st.text(), st.text())
def test_changes_hold_both_texts(old: str, new: str) -> None:
    found = changes(old, new)
    assert "".join(text for kind, text in found if kind != "new") == old
    assert "".join(text for kind, text in found if kind != "gone") == new
    assert all(one[0] != other[0] for one, other in pairwise(found))
