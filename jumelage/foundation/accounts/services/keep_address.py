"""Hold an e-mail address as verified and first."""

from allauth.account.models import EmailAddress

from jumelage.foundation.accounts.models import User


def keep_address(person: User, email: str) -> None:
    """Make `email` the verified first address of `person`; a part of the act that calls it."""
    kept = EmailAddress.objects.filter(user=person, email=email).first()
    if kept and kept.verified and kept.primary:
        return
    EmailAddress.objects.filter(user=person, primary=True).update(primary=False)
    EmailAddress.objects.update_or_create(
        user=person, email=email, defaults={"verified": True, "primary": True}
    )
