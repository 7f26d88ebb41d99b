"""Building the database from the project's own data files, all or nothing."""
