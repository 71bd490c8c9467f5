"""Texts of people, links, redirects, changes: plain rules."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jumelage.public.site.rules.changes import changes
from jumelage.public.site.rules.links import leads_out, mark_external
from jumelage.public.site.rules.prose import prose, unsafe_links

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
