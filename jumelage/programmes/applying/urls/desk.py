"""Addresses of the desk."""

from django.urls import include, path

from jumelage.programmes.applying.backoffice import late_codes, sheets

_sheet = [
    path("", sheets.sheet, name="desk-application"),
    path("files/<int:number>/", sheets.file, name="desk-application-file"),
    path("receipt/<str:number>.pdf", sheets.receipt, name="desk-application-receipt"),
    path("questions/<int:number>/", sheets.answer, name="desk-application-answer"),
    path("questions/<int:number>/publish/", sheets.publish, name="desk-application-publish"),
    path("late-code/", sheets.late_code, name="desk-application-late-code"),
    path("late-code/<int:number>/end/", sheets.late_code_end, name="desk-late-code-end"),
    path("completion/", sheets.completion, name="desk-application-completion"),
    path("completion/end/", sheets.completion_end, name="desk-application-completion-end"),
]
desk_patterns = [
    path("<uuid:key>/", include(_sheet)),
    path("late-codes/<slug:slug>/", late_codes.late_codes, name="desk-call-late-codes"),
    path(
        "late-codes/<int:number>/take-back/",
        late_codes.take_back,
        name="desk-late-code-take-back",
    ),
]
