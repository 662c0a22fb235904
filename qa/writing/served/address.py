"""Which model of which server a setting names: `openai:MODEL@http://127.0.0.1:11434/v1`."""

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from index.problems import Problem
from index.types import WellspringError

FORM = "openai:MODEL@http://127.0.0.1:11434/v1"
_BEGINS = "openai:"
_NAMED = re.compile(r"openai:(?P<model>.+?)@(?P<url>https?://\S+)")


@dataclass(frozen=True, slots=True)
class Address:
    """A model, and the server that it runs on."""

    model: str
    url: str

    @property
    def is_near(self) -> bool:
        """Tell whether the server is on this machine: no proxy leads there."""
        host = urlsplit(self.url).hostname or ""
        try:
            return ipaddress.ip_address(host).is_loopback
        except ValueError:
            return host == "localhost"


def is_served(name: str) -> bool:
    """Tell whether a setting names a model of a server."""
    return name.startswith(_BEGINS)


def address_of(name: str) -> Address:
    """Read a setting; raises `WellspringError` where it has another form."""
    named = _NAMED.fullmatch(name.strip())
    if not named:
        raise _bad(f"has not the form {FORM}")
    try:
        url = urlsplit(named["url"])
        known = url.hostname and url.port != 0
    except ValueError:
        known = False
    if not known:
        raise _bad(f"names no server: the form is {FORM}")
    if url.username or url.password or url.query:
        raise _bad("holds more than an address. Put the key into WELLSPRING_GENERATOR_KEY")
    return Address(named["model"], named["url"].rstrip("/"))


def _bad(amiss: str) -> WellspringError:
    return WellspringError(Problem.BAD_GENERATOR, f"WELLSPRING_GENERATOR {amiss}.")
