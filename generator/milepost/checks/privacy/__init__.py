"""P, privacy: what others would read that is not meant for them."""
