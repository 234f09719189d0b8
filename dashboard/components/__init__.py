"""Parts that several pages are made of; each file shows one."""
