"""What travels between the registry and its users; each field, its bounds and its meaning stand here once."""
