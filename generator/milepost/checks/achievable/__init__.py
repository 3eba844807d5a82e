"""A, achievable: whether time, money, skill and plans are there for what is wanted."""
