"""The Telegram channel: each update is written down, answered once and in order, and nothing is lost over a restart."""
