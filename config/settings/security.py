"""Transport, cookies, headers and the Content-Security-Policy."""

import secrets
from urllib.parse import urlsplit

from csp.constants import NONE, SELF

from config.settings import env


def _kept(name: str) -> str:
    """A secret made on first start and kept, readable by the owner only, in the data folder."""
    file = env.DATA / f"{name}.key"
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(50))
    return file.read_text()


_address = urlsplit(env.ADDRESS)
_secure = _address.scheme == "https"

DEBUG = env.DEBUG
SECRET_KEY = env.SECRET or _kept("secret")
AUDIT_KEY = env.AUDIT_KEY or _kept("audit")
AUDIT_HEAD_FILE = env.DATA / "audit.head"
ALLOWED_HOSTS = [_address.hostname or "localhost"]
CSRF_TRUSTED_ORIGINS = [env.ADDRESS]
SITE_ADDRESS = env.ADDRESS
DEMO = env.DEMO

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = _secure
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SECURE_SSL_REDIRECT = _secure
SECURE_HSTS_SECONDS = 31_536_000 if _secure else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = _secure
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env.PROXIES else None
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "DENY"
# The site uses none of these; passkeys keep their default (this site only).
PERMISSIONS_POLICY = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer",
        "browsing-topics",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "usb",
    )
)
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "worker-src": [SELF],
        "media-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}
