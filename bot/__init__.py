"""The running assistant: settings, command line, engine, server, channels."""
