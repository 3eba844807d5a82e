"""What milepost says of numbers: the one place between the report and all who speak of it."""
