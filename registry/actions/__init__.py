"""What can be done, one function per verb.

Every action takes a session and the time, checks the rules, writes its event in the same transaction, and
neither commits nor fetches: that is the edge's part.
"""
