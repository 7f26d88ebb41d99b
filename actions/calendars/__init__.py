"""Calendar files (RFC 5545) of survey windows and of the visits to expect, and the addresses they have."""
