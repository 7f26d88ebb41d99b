"""A long run of mixed traffic against a real server: honest people, and one in ten who means no good."""
