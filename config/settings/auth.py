"""Sign-in: allauth only (password or code by e-mail, passkeys, TOTP, OpenID Connect)."""

from typing import Any

from config.settings import env

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["jumelage.foundation.accounts.adapters.StaffBackend"]
LOGIN_URL = WAGTAILADMIN_LOGIN_URL = WAGTAIL_FRONTEND_LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "account"
LOGOUT_REDIRECT_URL = "account_login"
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["email", "name"]},
    },
]

ACCOUNT_ADAPTER = "jumelage.foundation.accounts.adapters.AccountAdapter"
_FORMS = "jumelage.foundation.accounts.forms.sign_in"
ACCOUNT_FORMS = {
    "add_email": f"{_FORMS}.AddEmailForm",
    "change_password": f"{_FORMS}.ChangePasswordForm",
    "confirm_email_verification_code": f"{_FORMS}.ConfirmEmailForm",
    "confirm_login_code": f"{_FORMS}.ConfirmLoginCodeForm",
    "confirm_password_reset_code": f"{_FORMS}.ConfirmPasswordResetForm",
    "login": f"{_FORMS}.LoginForm",
    "reauthenticate": f"{_FORMS}.ReauthenticateForm",
    "request_login_code": f"{_FORMS}.RequestLoginCodeForm",
    "reset_password": f"{_FORMS}.ResetPasswordForm",
    "reset_password_from_key": f"{_FORMS}.ResetPasswordKeyForm",
    "set_password": f"{_FORMS}.SetPasswordForm",
    "signup": f"{_FORMS}.SignupForm",
}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
# The password is wished for, not required: without one, people sign in by code or by passkey.
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1"]
ACCOUNT_SIGNUP_FORM_HONEYPOT_FIELD = "website"
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = 15 * 60
# The same answer whether the address has an account or not.
ACCOUNT_PREVENT_ENUMERATION = True
# Counted in the database's cache, so that the limits hold over all server processes.
ACCOUNT_RATE_LIMITS = {"login_failed": "10/m/ip,5/300s/key", "confirm_code": "5/15m/user"}
ALLAUTH_TRUSTED_PROXY_COUNT = env.PROXIES

MFA_ADAPTER = "jumelage.foundation.accounts.adapters.SecondFactorAdapter"
MFA_FORMS = {
    "activate_totp": f"{_FORMS}.ActivateTOTPForm",
    "add_webauthn": f"{_FORMS}.AddPasskeyForm",
    "authenticate": f"{_FORMS}.SecondStepForm",
    "edit_webauthn": f"{_FORMS}.EditPasskeyForm",
    "reauthenticate": f"{_FORMS}.SecondStepAgainForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Jumelage"
# Also the code of the step before and after: whoever types at the turn of the half minute gets in, and clocks differ.
# A code that was used stays used (`accounts/forms/sign_in.py`).
MFA_TOTP_TOLERANCE = 1

SOCIALACCOUNT_ADAPTER = "jumelage.foundation.accounts.adapters.IdentityAdapter"
SOCIALACCOUNT_STORE_TOKENS = False
# By a link: a form that ends at another site is refused by the Content-Security-Policy (form-action).
SOCIALACCOUNT_LOGIN_ON_GET = True
SOCIALACCOUNT_PROVIDERS: dict[str, Any] = {}
if env.OIDC_SERVER:
    SOCIALACCOUNT_PROVIDERS["openid_connect"] = {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": "city",
                "name": env.OIDC_NAME,
                "client_id": env.OIDC_CLIENT,
                "secret": env.OIDC_SECRET,
                "settings": {"server_url": env.OIDC_SERVER},
            }
        ],
    }
