"""Random input against the parts that read what strangers send."""
