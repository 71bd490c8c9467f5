"""Outgoing mail: SMTP by address, else files in the data folder (shown at /demo/courrier/ in the demo)."""

from urllib.parse import unquote, urlsplit

from config.settings import env

DEFAULT_FROM_EMAIL = env.MAIL_FROM
SERVER_EMAIL = env.MAIL_FROM
EMAIL_FILE_PATH = env.DATA / "mails"
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
if env.MAIL:
    _parts = urlsplit(env.MAIL)
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    EMAIL_HOST = _parts.hostname
    EMAIL_PORT = _parts.port or 587
    EMAIL_HOST_USER = unquote(_parts.username or "")
    EMAIL_HOST_PASSWORD = unquote(_parts.password or "")
    EMAIL_USE_TLS = _parts.scheme == "smtp" and bool(_parts.username)
    EMAIL_USE_SSL = _parts.scheme == "smtps"
