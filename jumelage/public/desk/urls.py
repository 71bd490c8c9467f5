"""Addresses of the staff's own pages, under `/desk/`, and of the demonstration's letter box."""

from django.urls import path

from jumelage.public.desk.backoffice import home, languages, set_up
from jumelage.public.desk.views import mails

mail_patterns = [
    path("", mails.sent_mails, name="sent-mails"),
    path("<slug:key>/", mails.sent_mail, name="sent-mail"),
]

urlpatterns = [
    path("", home.home, name="desk"),
    path("languages/", languages.languages, name="desk-languages"),
    path("set-up/", set_up.set_up, name="set-up"),
]
