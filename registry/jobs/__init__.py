"""What the registry does by itself, when its time has come."""
