"""Addresses of the desk."""

from django.urls import path

from jumelage.programmes.intake.backoffice import doubles, entering, listing, mails

desk_patterns = [
    path("", listing.index, name="desk-applications"),
    path("export.<str:kind>", listing.export, name="desk-applications-export"),
    path("enter/", entering.enter, name="desk-enter-application"),
    path("<uuid:key>/register/", entering.register, name="desk-register-application"),
    path("<uuid:key>/discard/", entering.discard, name="desk-discard-application"),
    path("<uuid:key>/doubles/", doubles.doubles, name="desk-application-doubles"),
    path("<uuid:key>/doubles/<uuid:other>/", doubles.compare, name="desk-application-compare"),
    path("<uuid:key>/mails/<int:number>/", mails.bounce, name="desk-application-bounce"),
]
