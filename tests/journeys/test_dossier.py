"""An association tells who it is; a colleague asks to be let in; citizens without legal personality have their own way."""

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.factories.files import pdf
from tests.journeys.conftest import Open, Site, signed_in, sound

NUMBER = "0403.019.261"


def save(page: Page) -> None:
    page.locator("main form .btn:not([type=button])").first.click()
    page.wait_for_load_state()
    sound(page)


def newcomer(site: Site, open_page: Open, name: str, language: str, **look: int) -> Page:
    """Somebody with an account and nothing else."""
    email = f"{name.lower()}@journey.example"
    site.run(
        "shell",
        "-c",
        f"from jumelage.foundation.accounts.models import User; User.objects.create(email={email!r}, name={name!r})",
    )
    return signed_in(site, open_page, email, language, **look)


def test_an_association_and_a_colleague(  # noqa: PLR0915 - one story of two people
    site: Site, open_page: Open, tmp_path: Path
) -> None:
    awa = newcomer(site, open_page, "Awa", "fr")
    awa.goto(f"{site.address}/fr/compte/")
    awa.get_by_role("link", name="Ouvrir la liste").click()
    sound(awa)
    awa.get_by_role("link", name="Ajouter une organisation").click()
    sound(awa)
    save(awa)
    expect(awa.locator(".summary-err")).to_contain_text("Nom complet")
    awa.get_by_label("Association sans but lucratif (ASBL)").check()
    awa.get_by_label("Nom complet").fill("Asbl Exemple (fictive)")
    awa.get_by_label("Numéro d’entreprise").fill("0403.019.262")
    save(awa)
    expect(awa.locator(".summary-err")).to_contain_text("0403.019.262")
    awa.get_by_label("Numéro d’entreprise").fill(NUMBER)
    save(awa)
    dossier = awa.url
    awa.get_by_role("link", name="Ajouter un compte").click()
    awa.get_by_label("Numéro de compte (IBAN)").fill("BE68 5390 0754 7035")
    awa.get_by_label("Nom du titulaire").fill("Asbl Exemple")
    save(awa)
    expect(awa.locator("#id_iban")).to_have_value("BE68 5390 0754 7035")
    awa.get_by_label("Numéro de compte (IBAN)").fill("BE68 5390 0754 7034")
    save(awa)
    expect(awa.get_by_text("Nous ne connaissons pas la banque")).to_be_visible()

    # A file in pieces: given up, chosen again, kept.
    statutes = tmp_path / "statuts.pdf"
    statutes.write_bytes(pdf("Statuts") + b"\n%" + b"x" * 2_500_000)
    awa.get_by_role("link", name="Envoyer un document").click()
    awa.locator("#id_file").set_input_files(statutes)
    expect(awa.locator("[data-line]")).to_contain_text("est arrivé")
    awa.reload()
    expect(awa.locator("[data-line]")).to_contain_text("est arrivé")
    sound(awa)
    awa.get_by_role("button", name="Annuler").click()
    expect(awa.locator("[data-state]")).to_be_hidden()
    awa.locator("#id_file").set_input_files(statutes)
    expect(awa.locator("[data-line]")).to_contain_text("est arrivé")
    save(awa)
    expect(awa.get_by_role("link", name="statuts.pdf", exact=True)).to_be_visible()

    jan = newcomer(site, open_page, "Jan", "nl", width=320)
    jan.goto(f"{site.address}/nl/mijn-organisatie/openen/")
    jan.get_by_label("Vereniging zonder winstoogmerk").check()
    jan.get_by_label("Volledige naam").fill("Wat dan ook")
    jan.get_by_label("Ondernemingsnummer").fill(NUMBER)
    save(jan)
    expect(jan.locator("main")).to_contain_text("Deze organisatie bestaat hier al")
    expect(jan.locator("body")).not_to_contain_text("Asbl Exemple")
    expect(jan.locator("body")).not_to_contain_text("Awa")
    jan.get_by_label("Wie bent u").fill("Ik ben penningmeester.")
    save(jan)
    assert jan.goto(dossier).status == 404  # type: ignore[union-attr]

    awa.goto(dossier)
    awa.get_by_role("link", name="Décider qui a accès").click()
    expect(awa.get_by_text("Ik ben penningmeester.")).to_be_visible()
    sound(awa)
    awa.get_by_role("button", name="Accorder l’accès").click()
    sound(awa)
    jan.goto(f"{site.address}/nl/mijn-organisatie/")
    jan.get_by_role("link", name="Asbl Exemple").click()
    sound(jan)


def test_citizens_without_legal_personality(site: Site, open_page: Open) -> None:
    lea = newcomer(site, open_page, "Lea", "nl")
    lea.goto(f"{site.address}/nl/mijn-organisatie/openen/")
    lea.get_by_label("Feitelijke vereniging").check()
    lea.get_by_label("Volledige naam").fill("Buren zonder grenzen (fictief)")
    save(lea)
    dossier = lea.url
    expect(lea.get_by_role("complementary")).to_contain_text("uit hoeveel personen")
    lea.goto(f"{dossier}gegevens/")
    sound(lea)
    lea.get_by_label("Uit hoeveel personen").fill("2")
    save(lea)
    expect(lea.get_by_role("complementary")).to_contain_text("telt 3 personen of meer")
    lea.goto(f"{dossier}rekeningen/toevoegen/")
    lea.get_by_label("Rekeningnummer (IBAN)").fill("BE71 0961 2345 6769")
    lea.get_by_label("Naam van de houder").fill("Lea Peeters")
    save(lea)
    expect(lea.get_by_role("complementary")).to_contain_text("“Lea Peeters”")
    lea.goto(f"{dossier}personen/toevoegen/")
    lea.get_by_label("Voornaam en naam").fill("Lea Peeters 85.07.30-033.28")
    save(lea)
    expect(lea.locator(".summary-err")).to_contain_text("rijksregisternummer")
    lea.get_by_label("Voornaam en naam").fill("Lea Peeters")
    save(lea)
    expect(lea.get_by_role("complementary")).not_to_contain_text("“Lea Peeters”")


def test_the_clerk_checks(site: Site, open_page: Open) -> None:
    clerk = signed_in(site, open_page, "clerk@demo.jumelage.example", "fr")
    clerk.goto(f"{site.address}/desk/dossiers/?q={NUMBER}")
    clerk.get_by_role("link", name="Asbl Exemple").click()
    clerk.get_by_role("link", name="Noter ce que dit le registre").click()
    clerk.get_by_label("Ce que dit le registre").select_option("dissolved")
    clerk.get_by_role("button", name="Noter ce que dit le registre").click()
    expect(clerk.locator(".desk-note--err")).to_contain_text("dissoute")
    for page in ("", "requests/", "doubles/"):
        assert clerk.goto(f"{site.address}/desk/dossiers/{page}").status == 200  # type: ignore[union-attr]
