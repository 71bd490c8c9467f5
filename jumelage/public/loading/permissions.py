"""Who may load what through the desk; the operator's command loads all."""

from typing import Any

from jumelage.city.evidence.choices import Act as Evidence
from jumelage.city.governance.choices import Act as Governance
from jumelage.city.media.choices import Act as Media
from jumelage.city.organisations.choices import Act as Organisations
from jumelage.city.portfolio.choices import Act as Portfolio
from jumelage.foundation.accounts.permissions import may
from jumelage.foundation.questionnaires.choices import Act as Questionnaires
from jumelage.programmes.atrisk.choices import Act as AtRisk
from jumelage.programmes.calls.choices import Act as Calls
from jumelage.programmes.emergency.choices import Act as Emergency
from jumelage.programmes.fairtrade.choices import Act as FairTrade
from jumelage.programmes.festival.choices import Act as Festival
from jumelage.public.loading.choices import Act
from jumelage.public.site.choices import Act as Site

# A kind that is not named here is loaded by the operator only: roles above all, which would open any room.
_ACTS: dict[str, str] = {
    "source": Evidence.KEEP,
    "document": Evidence.KEEP,
    "organisation": Organisations.KEEP,
    "person": Organisations.KEEP,
    "body": Governance.KEEP,
    "decision": Governance.KEEP,
    "mandate": Governance.KEEP,
    "sitting": Governance.KEEP,
    "opinion": Governance.KEEP,
    "place": Portfolio.KEEP,
    "partnership": Portfolio.KEEP,
    "project": Portfolio.KEEP,
    "announcement": Portfolio.KEEP,
    "membership": AtRisk.KEEP,
    "adopted-person": AtRisk.KEEP,
    "edition": Festival.KEEP,
    "venue": Festival.KEEP,
    "event": Festival.KEEP,
    "form": Questionnaires.EDIT,
    "call": Calls.KEEP,
    "fund": Emergency.KEEP,
    "crisis": Emergency.KEEP,
    "answer": Emergency.KEEP,
    "mark": FairTrade.KEEP_GUIDE,
    "practice": FairTrade.KEEP_GUIDE,
    "video": Media.PUBLISH,
    "news": Site.PUBLISH_NEWS,
    "site": Site.SET_UP,
    "page": Site.PUBLISH_PAGES,
}


def may_load(user: Any, kind: str) -> bool:
    """Whether `user` may load records of this kind (as in the data files) through the desk."""
    act = _ACTS.get(kind)
    return bool(act and may(user, Act.LOAD) and may(user, act))
