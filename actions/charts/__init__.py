"""Pictures of figures, drawn when asked for: PNG, so that the web and Telegram can show them."""
