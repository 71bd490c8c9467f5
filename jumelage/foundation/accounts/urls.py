"""Addresses of the account: ours, then allauth's, the only door to sign in by."""

from django.urls import URLPattern, URLResolver, include, path
from django.utils.translation import pgettext_lazy

from jumelage.foundation.accounts.views import account, assistance, confirming, erasure

_account: list[URLPattern | URLResolver] = [
    path("", account.account, name="account"),
    path(pgettext_lazy("url", "my-data/"), account.export, name="account-export"),
    path(pgettext_lazy("url", "confirm/"), confirming.confirm, name="account-confirm"),
    path(pgettext_lazy("url", "erase/"), erasure.erasure, name="account-erasure"),
    path(pgettext_lazy("url", "assistance/"), assistance.assistance, name="assistance"),
    path(
        pgettext_lazy("url", "assistance/second-factor/"), assistance.reset, name="assistance-reset"
    ),
    path("sessions/<int:number>/end/", account.session_end, name="account-session-end"),
    path("sessions/", include("allauth.usersessions.urls")),
    path("mfa/", include("allauth.mfa.urls")),
    path("provider/", include("allauth.socialaccount.urls")),
    path("", include("allauth.account.urls")),
]
urlpatterns = [path(pgettext_lazy("url", "account/"), include(_account))]
