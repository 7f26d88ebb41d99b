"""Lists of areas: reading what is asked for, and finding it."""

from knowledge.listing.found import Listed, Listing
from knowledge.listing.query import Kind, ListQuery, Order
from knowledge.listing.reader import ListReader

__all__ = ["Kind", "ListQuery", "ListReader", "Listed", "Listing", "Order"]
