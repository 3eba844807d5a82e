"""J, journal: whether entries, readings, plans and reviews keep up with the days."""
