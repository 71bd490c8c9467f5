"""Addresses of the demonstration's letter box."""

from django.urls import path

from jumelage.public.desk.views import mails

urlpatterns = [
    path("", mails.sent_mails, name="sent-mails"),
    path("<slug:key>/", mails.sent_mail, name="sent-mail"),
]
