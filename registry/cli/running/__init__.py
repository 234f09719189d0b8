"""Running the processes of the registry together: one lock, ports that are free, parts that stop as one."""
