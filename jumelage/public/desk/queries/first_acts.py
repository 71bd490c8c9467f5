"""What the first administrator may do: all but the restricted rooms, which a role of their own opens."""

from jumelage.city.evidence.choices import Act as Evidence
from jumelage.city.governance.choices import Act as Governance
from jumelage.city.organisations.choices import Act as Organisations
from jumelage.city.portfolio.choices import Act as Portfolio
from jumelage.foundation.accounts.choices import Act as Accounts
from jumelage.foundation.registers.choices import Act as Registers
from jumelage.programmes.emergency.choices import Act as Emergency
from jumelage.programmes.fairtrade.choices import Act as FairTrade
from jumelage.programmes.festival.choices import Act as Festival
from jumelage.public.loading.choices import Act as Loading
from jumelage.public.site.choices import Act as Site

FIRST_ACTS: tuple[str, ...] = tuple(
    act.value
    for room in (
        *(Accounts, Registers, Evidence, Organisations, Governance, Portfolio, Site, Loading),
        *(Emergency, FairTrade, Festival),
    )
    for act in room
)
