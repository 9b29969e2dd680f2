"""Authority data: a table of names and their addresses (Wikidata, VIAF, GND, GeoNames …) that the user gives.

    file ── load ──> table ── link ──> document with addresses, findings

A name is linked only where the table says it exactly; a name with two addresses is reported and never guessed.
"""

from .link import link
from .load import load_authority
from .table import Authority, Entry, Kind

__all__ = ["Authority", "Entry", "Kind", "link", "load_authority"]
