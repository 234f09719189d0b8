"""Pure rules of the registry: values in, values out; no input, no output, no clock."""
