"""Where the archive's records have stood, and the names under which it published them."""

import re
from types import MappingProxyType
from typing import Literal, NamedTuple

from . import entries, table

HostSort = Literal["canonical", "public", "test"]
"""`test`: a host on which the archive was only tried out; its addresses are never cited."""


class _Host(NamedTuple):
    host: str
    sort: HostSort


_HOSTS = MappingProxyType({row.host: row.sort for row in table("hosts", _Host)})

_CANONICAL = next(host for host, sort in _HOSTS.items() if sort == "canonical")
ARCHIVE_NAMES = entries("archive_names")
"""The names under which the archive has published its records, the latest last."""
ARCHIVE = ARCHIVE_NAMES[-1]
"""The name of the archive that the records are cited from."""


def host_sort(host: str) -> HostSort | None:
    """What a host is to the archive, by its own name or that of a host above it; none for any other."""
    while host and host not in _HOSTS:
        host = host.partition(".")[2]
    return _HOSTS.get(host)


def record_address(record_id: str) -> str:
    """The address of a record on the host where the archive stands today."""
    return f"https://{_CANONICAL}/document/{record_id}"


_NUMBER = re.compile(r"/document/([0-9]{1,12})(?=[/.?#]|$)")


def number_in_address(address: str) -> str | None:
    """The record's number in its address: `111779` of `https://…/document/111779`."""
    found = _NUMBER.search(address)
    return found[1] if found else None
