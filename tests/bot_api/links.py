"""Which addresses Telegram takes for links, after TDLib's `LinkManager::check_link`."""

from __future__ import annotations

from urllib.parse import urlsplit

PROTOCOLS = ("http", "https", "tg", "ton", "tonsite")


def link_fault(link: str) -> str | None:
    """What is wrong with a link, in Telegram's words; None when nothing is. A host without a dot is no host."""
    written = link if "://" in link or link.startswith(("mailto:", "tel:")) else f"http://{link}"
    try:
        parts = urlsplit(written)
        host = parts.hostname or ""
    except ValueError:
        return "Wrong HTTP URL"
    if parts.scheme.lower() not in PROTOCOLS:
        return "Unsupported URL protocol"
    if parts.scheme.lower() in ("tg", "ton"):
        return None
    return None if "." in host or ":" in host else "Wrong HTTP URL"


def is_link(link: str) -> bool:
    """Whether Telegram would make it a link."""
    return link_fault(link) is None
