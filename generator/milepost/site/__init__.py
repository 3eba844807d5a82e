"""A `Report` and a theme rendered: bytes by address."""
