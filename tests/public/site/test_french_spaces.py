"""A French page breaks no line before its punctuation, whoever wrote the text."""

import pytest
from django.test import Client

from jumelage.public.site.rules.french_spaces import bind_french
from jumelage.public.site.services.keep_page import keep_page


@pytest.mark.parametrize(
    ("written", "bound"),
    [
        ("la clôture : un numéro ; merci !", "la clôture~: un numéro~; merci~!"),
        ("Volet « eau » : de 1 000 à 12 000 €", "Volet «~eau~»~: de 1~000 à 12~000~€"),
        ("« <a>Aide</a> » à 80 % ?", "«~<a>Aide</a>~» à 80~%~?"),
        (
            "le 5 décembre 2022, à 16:00 (heure locale)",
            "le 5 décembre 2022, à 16:00 (heure locale)",
        ),
        ("12 3456, 1 23", "12 3456, 1 23"),
        (
            '<a title="a : b" href="/?q=« x »">oui !</a>',
            '<a title="a : b" href="/?q=« x »">oui~!</a>',
        ),
        (
            "<textarea>mon texte : « a »</textarea> oui ?",
            "<textarea>mon texte : « a »</textarea> oui~?",
        ),
        (
            "<script>a ? b : c</script><pre>a : b</pre>",
            "<script>a ? b : c</script><pre>a : b</pre>",
        ),
        ("un < deux : trois", "un < deux~: trois"),
        ("déjà\u00a0: fait", "déjà\u00a0: fait"),
    ],
)
def test_spaces_that_no_line_may_break(written: str, bound: str) -> None:
    assert bind_french(written) == bound.replace("~", "\u00a0")


@pytest.mark.django_db
def test_a_french_page_is_bound_and_counted_and_others_are_left_alone(client: Client) -> None:
    title = "Qui : « nous »"
    keep_page(
        "team",
        {"fr": {"slug": "equipe", "title": title}, "nl": {"slug": "team", "title": title}},
    )
    french = client.get("/fr/equipe/")
    assert "<h1>Qui\u00a0: «\u00a0nous\u00a0»</h1>" in french.content.decode()
    assert int(french["Content-Length"]) == len(french.content)
    assert f"<h1>{title}</h1>" in client.get("/nl/team/").content.decode()
