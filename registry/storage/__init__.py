"""How the registry is kept: tables, constraints, engines, and one module of queries per noun."""
