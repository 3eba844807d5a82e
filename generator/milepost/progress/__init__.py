"""A `Journal` and a day measured: the `Report`."""
