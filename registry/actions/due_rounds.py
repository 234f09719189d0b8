"""When a prediction's due instant moves, a new round begins: it will be announced again."""

from datetime import datetime

from registry.storage.tables import PredictionRow


def move_due(row: PredictionRow, due_at: datetime, now: datetime) -> bool:
    """Set the due instant; if that changes it, clear `flagged_at` and begin the next due round at `now`."""
    if row.due_at == due_at:
        return False
    row.due_at = due_at
    row.flagged_at = None
    row.due_round += 1
    row.round_began_at = now
    row.remind_at = None
    return True
