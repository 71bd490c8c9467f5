"""Sign-in: allauth only (e-mail, passkeys, TOTP, OpenID Connect)."""

AUTH_USER_MODEL = "accounts.User"
