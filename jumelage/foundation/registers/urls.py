"""Addresses of the registers and of long work, under `/desk/`."""

from django.urls import path

from jumelage.foundation.registers.backoffice import editing, history, lists, works

urlpatterns = [
    path("registers/<slug:name>/", lists.index, name="register"),
    path("registers/<slug:name>/add/", editing.add, name="register-add"),
    path("registers/<slug:name>/export/", lists.export, name="register-export"),
    path("registers/<slug:name>/record/<str:key>/", editing.change, name="register-record"),
    path(
        "registers/<slug:name>/record/<str:key>/history/", history.history, name="register-history"
    ),
    path(
        "registers/<slug:name>/record/<str:key>/publication/",
        editing.publication,
        name="register-publication",
    ),
    path(
        "registers/<slug:name>/record/<str:key>/checked/",
        editing.texts_checked,
        name="register-texts-checked",
    ),
    path("work/", works.works, name="works"),
    path("work/<int:number>/", works.work, name="work"),
    path("work/<int:number>/file/", works.work_file, name="work-file"),
    path("work/<int:number>/stop/", works.work_stop, name="work-stop"),
]
