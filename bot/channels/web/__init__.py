"""The web channel: signed sessions, exact origins, rate limits, and each message answered once."""
