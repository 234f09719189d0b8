"""What `/docs` says before it lists the routes."""

SUMMARY = "Public predictions, kept and judged."

DESCRIPTION = """
The registry keeps predictions that people make in public: who said what would happen,
when, how sure they were, by which date and criteria it can be judged, and what then happened.

**Keys.** Every request carries a key, except `GET /health`. `registry up` leaves one in `var/local.key`:

```sh
KEY=$(cat var/local.key)
curl -H "Authorization: Bearer $KEY" http://127.0.0.1:8000/api/v1/me
```

In a browser, press *Authorize* above and paste it. A key belongs to a person, whose role (reader < logger <
judge < admin) says what it may do.

**A prediction, from claim to verdict.**

```sh
curl -H "Authorization: Bearer $KEY" -H "Content-Type: application/json" \\
  http://127.0.0.1:8000/api/v1/predictions \\
  -d '{"author": "Mark Rutte", "new_authors": "create", "made_on": "2025-08-10", "due_on": "2025-08-15",
       "statement": "No peace agreement will be signed at the summit.", "probability": 0.9}'
curl -H "Authorization: Bearer $KEY" http://127.0.0.1:8000/api/v1/due
curl -H "Authorization: Bearer $KEY" -H "Content-Type: application/json" \\
  http://127.0.0.1:8000/api/v1/predictions/ID/judgements \\
  -d '{"outcome": "yes", "known_on": "2025-08-15", "citation": "Joint press statement after the summit"}'
curl -H "Authorization: Bearer $KEY" http://127.0.0.1:8000/api/v1/authors/mark-rutte/track-record
```

**What goes wrong** is answered as `application/problem+json`: `detail` says what to do, `errors` names
every value at fault, with suggestions where there are any.

**Sent twice, done once.** A POST with an `Idempotency-Key` of your choice gets the same answer when it is
sent again; with another body it is refused (422).

**Nobody's change is lost.** Every single thing comes with an `ETag`. Send it as `If-Match` with a PATCH,
and the change is refused (412) if someone was quicker.

**Lists** come in pages: pass `next_cursor` as `cursor` until it is null.
""".strip()

TAGS = [
    {
        "name": "predictions",
        "description": "Claims of authors, where they were said, and what became of them.",
    },
    {"name": "due", "description": "What can be judged now or soon."},
    {"name": "sources", "description": "Feeds and pages that are watched for new articles."},
    {"name": "reminders", "description": "Who is reminded, how often and how, and whether it arrived."},
    {"name": "judgements", "description": "What happened, found by a person, with evidence."},
    {"name": "authors", "description": "Who predicts, the names they go by, and their track records."},
    {"name": "leaderboard", "description": "Authors compared by what is proved at least."},
    {"name": "articles", "description": "Published texts that were read."},
    {"name": "candidates", "description": "Predictions found in articles, waiting for a person's decision."},
    {"name": "questions", "description": "Neutral wordings that join predictions about the same event."},
    {"name": "collections", "description": "Named sets of predictions with a sampling rule."},
    {"name": "history", "description": "Every change, in order."},
    {"name": "people", "description": "Who may act, and their keys."},
    {"name": "health", "description": "Whether the registry does its work."},
]
