"""What travels between the registry and its users: each field, its bounds and its description stand here once."""
