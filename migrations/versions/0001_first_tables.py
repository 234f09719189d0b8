"""first tables"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:

    op.create_table(
        "author",
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("description", sa.String(length=2000), nullable=True),
        sa.Column("wikidata", sa.String(length=20), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("slug", sa.String(length=120), nullable=False),
        sa.Column("merged_into_id", sa.Uuid(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("kind IN ('person', 'organisation', 'group')", name=op.f("ck_author_kind_known")),
        sa.CheckConstraint("length(description) <= 2000", name=op.f("ck_author_description_max_length")),
        sa.CheckConstraint("length(name) <= 200", name=op.f("ck_author_name_max_length")),
        sa.CheckConstraint("length(name) >= 1", name=op.f("ck_author_name_min_length")),
        sa.CheckConstraint("length(slug) <= 120", name=op.f("ck_author_slug_max_length")),
        sa.CheckConstraint("length(slug) >= 1", name=op.f("ck_author_slug_min_length")),
        sa.CheckConstraint("length(wikidata) <= 20", name=op.f("ck_author_wikidata_max_length")),
        sa.CheckConstraint("version >= 1", name=op.f("ck_author_version_ge")),
        sa.ForeignKeyConstraint(["merged_into_id"], ["author.id"], name=op.f("fk_author_merged_into_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_author")),
        sa.UniqueConstraint("slug", name=op.f("uq_author_slug")),
    )
    with op.batch_alter_table("author", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_author_merged_into_id"), ["merged_into_id"], unique=False)

    op.create_table(
        "collection",
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("description", sa.Text(), nullable=True),
        sa.Column("sampling_rule", sa.Text(), nullable=True),
        sa.Column("period_from", sa.Date(), nullable=True),
        sa.Column("period_to", sa.Date(), nullable=True),
        sa.Column("separate", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("slug", sa.String(length=120), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("period_from <= '2999-12-31'", name=op.f("ck_collection_period_from_le")),
        sa.CheckConstraint("period_from >= '1500-01-01'", name=op.f("ck_collection_period_from_ge")),
        sa.CheckConstraint("period_to <= '2999-12-31'", name=op.f("ck_collection_period_to_le")),
        sa.CheckConstraint("period_to >= '1500-01-01'", name=op.f("ck_collection_period_to_ge")),
        sa.CheckConstraint("length(description) <= 4000", name=op.f("ck_collection_description_max_length")),
        sa.CheckConstraint("length(name) <= 200", name=op.f("ck_collection_name_max_length")),
        sa.CheckConstraint("length(name) >= 1", name=op.f("ck_collection_name_min_length")),
        sa.CheckConstraint("length(sampling_rule) <= 2000", name=op.f("ck_collection_sampling_rule_max_length")),
        sa.CheckConstraint("length(slug) <= 120", name=op.f("ck_collection_slug_max_length")),
        sa.CheckConstraint("length(slug) >= 1", name=op.f("ck_collection_slug_min_length")),
        sa.CheckConstraint("version >= 1", name=op.f("ck_collection_version_ge")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_collection")),
        sa.UniqueConstraint("slug", name=op.f("uq_collection_slug")),
    )
    op.create_table(
        "job_run",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("job", sa.String(length=60), nullable=False),
        sa.Column("slot", sa.DateTime(timezone=True), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("n_done", sa.Integer(), nullable=False),
        sa.Column("error", sa.Text(), nullable=True),
        sa.CheckConstraint("length(job) <= 60", name=op.f("ck_job_run_job_max_length")),
        sa.CheckConstraint("length(job) >= 1", name=op.f("ck_job_run_job_min_length")),
        sa.CheckConstraint("n_done >= 0", name=op.f("ck_job_run_n_done_ge")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job_run")),
    )
    with op.batch_alter_table("job_run", schema=None) as batch_op:
        batch_op.create_index("uq_job_run_slot", ["job", "slot"], unique=True)

    op.create_table(
        "person",
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("locale", sa.String(length=2), nullable=False),
        sa.Column("time_zone", sa.String(length=64), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("disabled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("role IN ('reader', 'logger', 'judge', 'admin')", name=op.f("ck_person_role_known")),
        sa.CheckConstraint("length(email) <= 254", name=op.f("ck_person_email_max_length")),
        sa.CheckConstraint("length(locale) <= 2", name=op.f("ck_person_locale_max_length")),
        sa.CheckConstraint("length(locale) >= 2", name=op.f("ck_person_locale_min_length")),
        sa.CheckConstraint("length(name) <= 200", name=op.f("ck_person_name_max_length")),
        sa.CheckConstraint("length(name) >= 1", name=op.f("ck_person_name_min_length")),
        sa.CheckConstraint("length(time_zone) <= 64", name=op.f("ck_person_time_zone_max_length")),
        sa.CheckConstraint("version >= 1", name=op.f("ck_person_version_ge")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
    )
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.create_index("uq_person_name", ["name"], unique=True)

    op.create_table(
        "question",
        sa.Column("wording", sa.Text(), nullable=False),
        sa.Column("criteria", sa.Text(), nullable=True),
        sa.Column("due_from", sa.Date(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("time_zone", sa.String(length=64), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("slug", sa.String(length=120), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("due_from <= '2999-12-31'", name=op.f("ck_question_due_from_le")),
        sa.CheckConstraint("due_from >= '1500-01-01'", name=op.f("ck_question_due_from_ge")),
        sa.CheckConstraint("due_on <= '2999-12-31'", name=op.f("ck_question_due_on_le")),
        sa.CheckConstraint("due_on >= '1500-01-01'", name=op.f("ck_question_due_on_ge")),
        sa.CheckConstraint("length(criteria) <= 8000", name=op.f("ck_question_criteria_max_length")),
        sa.CheckConstraint("length(slug) <= 120", name=op.f("ck_question_slug_max_length")),
        sa.CheckConstraint("length(slug) >= 1", name=op.f("ck_question_slug_min_length")),
        sa.CheckConstraint("length(time_zone) <= 64", name=op.f("ck_question_time_zone_max_length")),
        sa.CheckConstraint("length(wording) <= 1000", name=op.f("ck_question_wording_max_length")),
        sa.CheckConstraint("length(wording) >= 5", name=op.f("ck_question_wording_min_length")),
        sa.CheckConstraint("version >= 1", name=op.f("ck_question_version_ge")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question")),
        sa.UniqueConstraint("slug", name=op.f("uq_question_slug")),
    )
    op.create_table(
        "watched_host",
        sa.Column("host", sa.String(length=260), nullable=False),
        sa.Column("robots", sa.Text(), nullable=True),
        sa.Column("robots_read_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("next_request_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("length(host) <= 260", name=op.f("ck_watched_host_host_max_length")),
        sa.CheckConstraint("length(host) >= 1", name=op.f("ck_watched_host_host_min_length")),
        sa.PrimaryKeyConstraint("host", name=op.f("pk_watched_host")),
    )
    op.create_table(
        "api_key",
        sa.Column("label", sa.String(length=100), nullable=False),
        sa.Column("may_act_for_others", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("prefix", sa.String(length=8), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("length(digest) <= 64", name=op.f("ck_api_key_digest_max_length")),
        sa.CheckConstraint("length(digest) >= 64", name=op.f("ck_api_key_digest_min_length")),
        sa.CheckConstraint("length(label) <= 100", name=op.f("ck_api_key_label_max_length")),
        sa.CheckConstraint("length(prefix) <= 8", name=op.f("ck_api_key_prefix_max_length")),
        sa.CheckConstraint("length(prefix) >= 8", name=op.f("ck_api_key_prefix_min_length")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_api_key_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_api_key")),
        sa.UniqueConstraint("prefix", name=op.f("uq_api_key_prefix")),
    )
    with op.batch_alter_table("api_key", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_api_key_person_id"), ["person_id"], unique=False)

    op.create_table(
        "article",
        sa.Column("title", sa.String(length=500), nullable=True),
        sa.Column("outlet", sa.String(length=200), nullable=True),
        sa.Column("language", sa.String(length=2), nullable=True),
        sa.Column("byline", sa.String(length=200), nullable=True),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("n_characters", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("published_basis", sa.String(length=16), nullable=True),
        sa.Column("supersedes", sa.Uuid(), nullable=True),
        sa.Column("notes", sa.JSON(), nullable=False),
        sa.Column("entered_by_id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "published_basis IN ('printed', 'fetched', 'archived', 'import', 'entered')",
            name=op.f("ck_article_published_basis_known"),
        ),
        sa.CheckConstraint("published_on <= '2999-12-31'", name=op.f("ck_article_published_on_le")),
        sa.CheckConstraint("published_on >= '1500-01-01'", name=op.f("ck_article_published_on_ge")),
        sa.CheckConstraint("length(byline) <= 200", name=op.f("ck_article_byline_max_length")),
        sa.CheckConstraint("length(language) <= 2", name=op.f("ck_article_language_max_length")),
        sa.CheckConstraint("length(outlet) <= 200", name=op.f("ck_article_outlet_max_length")),
        sa.CheckConstraint("length(sha256) <= 64", name=op.f("ck_article_sha256_max_length")),
        sa.CheckConstraint("length(sha256) >= 64", name=op.f("ck_article_sha256_min_length")),
        sa.CheckConstraint("length(text) <= 10000000", name=op.f("ck_article_text_max_length")),
        sa.CheckConstraint("length(text) >= 1", name=op.f("ck_article_text_min_length")),
        sa.CheckConstraint("length(title) <= 500", name=op.f("ck_article_title_max_length")),
        sa.CheckConstraint("n_characters >= 1", name=op.f("ck_article_n_characters_ge")),
        sa.CheckConstraint("version >= 1", name=op.f("ck_article_version_ge")),
        sa.ForeignKeyConstraint(["entered_by_id"], ["person.id"], name=op.f("fk_article_entered_by_id")),
        sa.ForeignKeyConstraint(["supersedes"], ["article.id"], name=op.f("fk_article_supersedes")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article")),
        sa.UniqueConstraint("sha256", name=op.f("uq_article_sha256")),
        sa.UniqueConstraint("supersedes", name=op.f("uq_article_supersedes")),
    )
    with op.batch_alter_table("article", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_article_created_at"), ["created_at"], unique=False)

    op.create_table(
        "author_alias",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("author_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("folded", sa.String(length=400), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("length(folded) <= 400", name=op.f("ck_author_alias_folded_max_length")),
        sa.CheckConstraint("length(folded) >= 1", name=op.f("ck_author_alias_folded_min_length")),
        sa.CheckConstraint("length(name) <= 200", name=op.f("ck_author_alias_name_max_length")),
        sa.CheckConstraint("length(name) >= 1", name=op.f("ck_author_alias_name_min_length")),
        sa.ForeignKeyConstraint(["author_id"], ["author.id"], name=op.f("fk_author_alias_author_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_author_alias")),
        sa.UniqueConstraint("folded", name=op.f("uq_author_alias_folded")),
    )
    with op.batch_alter_table("author_alias", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_author_alias_author_id"), ["author_id"], unique=False)

    op.create_table(
        "channel",
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("address", sa.String(length=2000), nullable=True),
        sa.Column("digest", sa.Boolean(), nullable=False),
        sa.Column("hour", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("secret", sa.String(length=200), nullable=True),
        sa.Column("disabled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("disabled_reason", sa.String(length=500), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("kind IN ('log', 'email', 'webhook')", name=op.f("ck_channel_kind_known")),
        sa.CheckConstraint("hour <= 23", name=op.f("ck_channel_hour_le")),
        sa.CheckConstraint("hour >= 0", name=op.f("ck_channel_hour_ge")),
        sa.CheckConstraint("length(address) <= 2000", name=op.f("ck_channel_address_max_length")),
        sa.CheckConstraint("length(disabled_reason) <= 500", name=op.f("ck_channel_disabled_reason_max_length")),
        sa.CheckConstraint("length(secret) <= 200", name=op.f("ck_channel_secret_max_length")),
        sa.CheckConstraint("version >= 1", name=op.f("ck_channel_version_ge")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_channel_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_channel")),
    )
    with op.batch_alter_table("channel", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_channel_person_id"), ["person_id"], unique=False)

    op.create_table(
        "feed_token",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("prefix", sa.String(length=8), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("length(digest) <= 64", name=op.f("ck_feed_token_digest_max_length")),
        sa.CheckConstraint("length(digest) >= 64", name=op.f("ck_feed_token_digest_min_length")),
        sa.CheckConstraint("length(prefix) <= 8", name=op.f("ck_feed_token_prefix_max_length")),
        sa.CheckConstraint("length(prefix) >= 8", name=op.f("ck_feed_token_prefix_min_length")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_feed_token_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feed_token")),
        sa.UniqueConstraint("prefix", name=op.f("uq_feed_token_prefix")),
    )
    with op.batch_alter_table("feed_token", schema=None) as batch_op:
        batch_op.create_index(
            "uq_feed_token_person",
            ["person_id"],
            unique=True,
            sqlite_where=sa.text("revoked_at IS NULL"),
            postgresql_where=sa.text("revoked_at IS NULL"),
        )

    op.create_table(
        "idempotency_record",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.String(length=255), nullable=False),
        sa.Column("request_digest", sa.String(length=64), nullable=False),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.Column("headers", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("length(key) <= 255", name=op.f("ck_idempotency_record_key_max_length")),
        sa.CheckConstraint("length(key) >= 1", name=op.f("ck_idempotency_record_key_min_length")),
        sa.CheckConstraint(
            "length(request_digest) <= 64", name=op.f("ck_idempotency_record_request_digest_max_length")
        ),
        sa.CheckConstraint(
            "length(request_digest) >= 64", name=op.f("ck_idempotency_record_request_digest_min_length")
        ),
        sa.CheckConstraint("status <= 599", name=op.f("ck_idempotency_record_status_le")),
        sa.CheckConstraint("status >= 200", name=op.f("ck_idempotency_record_status_ge")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_idempotency_record_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_idempotency_record")),
    )
    with op.batch_alter_table("idempotency_record", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_idempotency_record_created_at"), ["created_at"], unique=False)
        batch_op.create_index("uq_idempotency_record_key", ["person_id", "key"], unique=True)

    op.create_table(
        "import_batch",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=500), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("n_rows", sa.Integer(), nullable=False),
        sa.Column("n_created", sa.Integer(), nullable=False),
        sa.Column("n_unchanged", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("length(name) <= 500", name=op.f("ck_import_batch_name_max_length")),
        sa.CheckConstraint("length(name) >= 1", name=op.f("ck_import_batch_name_min_length")),
        sa.CheckConstraint("length(sha256) <= 64", name=op.f("ck_import_batch_sha256_max_length")),
        sa.CheckConstraint("length(sha256) >= 64", name=op.f("ck_import_batch_sha256_min_length")),
        sa.CheckConstraint("n_created >= 0", name=op.f("ck_import_batch_n_created_ge")),
        sa.CheckConstraint("n_rows >= 0", name=op.f("ck_import_batch_n_rows_ge")),
        sa.CheckConstraint("n_unchanged >= 0", name=op.f("ck_import_batch_n_unchanged_ge")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_import_batch_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_batch")),
    )
    op.create_table(
        "reminder_schedule",
        sa.Column("before_days", sa.JSON(), nullable=False),
        sa.Column("again_days", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scope", sa.String(length=60), nullable=False),
        sa.Column("author_id", sa.Uuid(), nullable=True),
        sa.Column("collection_id", sa.Uuid(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("again_days <= 365", name=op.f("ck_reminder_schedule_again_days_le")),
        sa.CheckConstraint("again_days >= 0", name=op.f("ck_reminder_schedule_again_days_ge")),
        sa.CheckConstraint("author_id IS NULL OR collection_id IS NULL", name=op.f("ck_reminder_schedule_one_scope")),
        sa.CheckConstraint("length(scope) <= 60", name=op.f("ck_reminder_schedule_scope_max_length")),
        sa.CheckConstraint("length(scope) >= 1", name=op.f("ck_reminder_schedule_scope_min_length")),
        sa.CheckConstraint("version >= 1", name=op.f("ck_reminder_schedule_version_ge")),
        sa.ForeignKeyConstraint(["author_id"], ["author.id"], name=op.f("fk_reminder_schedule_author_id")),
        sa.ForeignKeyConstraint(["collection_id"], ["collection.id"], name=op.f("fk_reminder_schedule_collection_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminder_schedule")),
        sa.UniqueConstraint("scope", name=op.f("uq_reminder_schedule_scope")),
    )
    op.create_table(
        "rollup",
        sa.Column("tag", sa.String(length=50), nullable=False),
        sa.Column("author_id", sa.Uuid(), nullable=False),
        sa.Column("collection_id", sa.Uuid(), nullable=False),
        sa.Column("basis", sa.String(length=16), nullable=False),
        sa.Column("month", sa.String(length=7), nullable=False),
        sa.Column("ranked", sa.Boolean(), nullable=False),
        sa.Column("bin", sa.Integer(), nullable=False),
        sa.Column("n", sa.BigInteger(), nullable=False),
        sa.Column("n_unresolved", sa.BigInteger(), nullable=False),
        sa.Column("n_scored", sa.BigInteger(), nullable=False),
        sa.Column("n_ambiguous", sa.BigInteger(), nullable=False),
        sa.Column("n_annulled", sa.BigInteger(), nullable=False),
        sa.Column("n_without_probability", sa.BigInteger(), nullable=False),
        sa.Column("n_late", sa.BigInteger(), nullable=False),
        sa.Column("n_announcements", sa.BigInteger(), nullable=False),
        sa.Column("n_withdrawn", sa.BigInteger(), nullable=False),
        sa.Column("n_calls", sa.BigInteger(), nullable=False),
        sa.Column("n_hits", sa.BigInteger(), nullable=False),
        sa.Column("brier", sa.BigInteger(), nullable=False),
        sa.Column("brier_square", sa.BigInteger(), nullable=False),
        sa.Column("brier_cube", sa.BigInteger(), nullable=False),
        sa.Column("baseline", sa.BigInteger(), nullable=False),
        sa.Column("baseline_square", sa.BigInteger(), nullable=False),
        sa.Column("brier_baseline", sa.BigInteger(), nullable=False),
        sa.Column("brier_if_low", sa.BigInteger(), nullable=False),
        sa.Column("brier_if_high", sa.BigInteger(), nullable=False),
        sa.Column("log_score", sa.BigInteger(), nullable=False),
        sa.Column("probability", sa.BigInteger(), nullable=False),
        sa.Column("outcome", sa.BigInteger(), nullable=False),
        sa.Column("outcome_square", sa.BigInteger(), nullable=False),
        sa.Column("boldness", sa.BigInteger(), nullable=False),
        sa.Column("n_lead", sa.BigInteger(), nullable=False),
        sa.Column("lead_days", sa.BigInteger(), nullable=False),
        sa.Column("claim_outcome", sa.BigInteger(), nullable=False),
        sa.Column("claim_outcome_square", sa.BigInteger(), nullable=False),
        sa.Column("claim_baseline", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("bin <= 9", name=op.f("ck_rollup_bin_le")),
        sa.CheckConstraint("bin >= -1", name=op.f("ck_rollup_bin_ge")),
        sa.CheckConstraint("length(basis) <= 16", name=op.f("ck_rollup_basis_max_length")),
        sa.CheckConstraint("length(month) <= 7", name=op.f("ck_rollup_month_max_length")),
        sa.CheckConstraint("length(month) >= 7", name=op.f("ck_rollup_month_min_length")),
        sa.CheckConstraint("length(tag) <= 50", name=op.f("ck_rollup_tag_max_length")),
        sa.ForeignKeyConstraint(["author_id"], ["author.id"], name=op.f("fk_rollup_author_id")),
        sa.PrimaryKeyConstraint(
            "tag", "author_id", "collection_id", "basis", "month", "ranked", "bin", name=op.f("pk_rollup")
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "source",
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("address", sa.String(length=2000), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=True),
        sa.Column("author", sa.String(length=200), nullable=True),
        sa.Column("every_minutes", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("entered_by_id", sa.Uuid(), nullable=False),
        sa.Column("next_poll_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("polled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("succeeded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("last_error", sa.Text(), nullable=True),
        sa.Column("etag", sa.String(length=1000), nullable=True),
        sa.Column("last_modified", sa.String(length=200), nullable=True),
        sa.Column("disabled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("kind IN ('feed', 'page')", name=op.f("ck_source_kind_known")),
        sa.CheckConstraint("every_minutes <= 10080", name=op.f("ck_source_every_minutes_le")),
        sa.CheckConstraint("every_minutes >= 15", name=op.f("ck_source_every_minutes_ge")),
        sa.CheckConstraint("failures >= 0", name=op.f("ck_source_failures_ge")),
        sa.CheckConstraint("length(address) <= 2000", name=op.f("ck_source_address_max_length")),
        sa.CheckConstraint("length(author) <= 200", name=op.f("ck_source_author_max_length")),
        sa.CheckConstraint("length(etag) <= 1000", name=op.f("ck_source_etag_max_length")),
        sa.CheckConstraint("length(last_modified) <= 200", name=op.f("ck_source_last_modified_max_length")),
        sa.CheckConstraint("length(title) <= 300", name=op.f("ck_source_title_max_length")),
        sa.CheckConstraint("version >= 1", name=op.f("ck_source_version_ge")),
        sa.ForeignKeyConstraint(["entered_by_id"], ["person.id"], name=op.f("fk_source_entered_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source")),
    )
    with op.batch_alter_table("source", schema=None) as batch_op:
        batch_op.create_index(
            "ix_source_next",
            ["next_poll_at", "id"],
            unique=False,
            sqlite_where=sa.text("disabled_at IS NULL"),
            postgresql_where=sa.text("disabled_at IS NULL"),
        )
        batch_op.create_index("uq_source_address", ["address"], unique=True)

    op.create_table(
        "article_address",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("article_id", sa.Uuid(), nullable=False),
        sa.Column("address", sa.String(length=2000), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("length(address) <= 2000", name=op.f("ck_article_address_address_max_length")),
        sa.CheckConstraint("length(address) >= 8", name=op.f("ck_article_address_address_min_length")),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_article_address_article_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article_address")),
        sa.UniqueConstraint("address", name=op.f("uq_article_address_address")),
    )
    with op.batch_alter_table("article_address", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_article_address_article_id"), ["article_id"], unique=False)

    op.create_table(
        "event",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("key_id", sa.Uuid(), nullable=True),
        sa.Column("verb", sa.String(length=40), nullable=False),
        sa.Column("noun", sa.String(length=40), nullable=False),
        sa.Column("noun_id", sa.Uuid(), nullable=False),
        sa.Column("noun_version", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.CheckConstraint("length(digest) <= 64", name=op.f("ck_event_digest_max_length")),
        sa.CheckConstraint("length(digest) >= 64", name=op.f("ck_event_digest_min_length")),
        sa.CheckConstraint("length(noun) <= 40", name=op.f("ck_event_noun_max_length")),
        sa.CheckConstraint("length(noun) >= 1", name=op.f("ck_event_noun_min_length")),
        sa.CheckConstraint("length(verb) <= 40", name=op.f("ck_event_verb_max_length")),
        sa.CheckConstraint("length(verb) >= 1", name=op.f("ck_event_verb_min_length")),
        sa.CheckConstraint("noun_version >= 1", name=op.f("ck_event_noun_version_ge")),
        sa.CheckConstraint("position >= 1", name=op.f("ck_event_position_ge")),
        sa.ForeignKeyConstraint(["key_id"], ["api_key.id"], name=op.f("fk_event_key_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_event_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
        sa.UniqueConstraint("position", name=op.f("uq_event_position")),
    )
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.create_index("ix_event_noun", ["noun", "noun_id", "at", "id"], unique=False)

    op.create_table(
        "message",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("channel_id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.String(length=300), nullable=False),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("content", sa.Text(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("may_have_arrived", sa.Boolean(), nullable=False),
        sa.Column("next_attempt_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("failed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("dropped_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_error", sa.Text(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("attempts >= 0", name=op.f("ck_message_attempts_ge")),
        sa.CheckConstraint("length(kind) <= 40", name=op.f("ck_message_kind_max_length")),
        sa.CheckConstraint("length(kind) >= 1", name=op.f("ck_message_kind_min_length")),
        sa.CheckConstraint("length(subject) <= 300", name=op.f("ck_message_subject_max_length")),
        sa.CheckConstraint("length(subject) >= 1", name=op.f("ck_message_subject_min_length")),
        sa.ForeignKeyConstraint(["channel_id"], ["channel.id"], name=op.f("fk_message_channel_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_message")),
    )
    with op.batch_alter_table("message", schema=None) as batch_op:
        batch_op.create_index("ix_message_created", ["created_at", "id"], unique=False)
        batch_op.create_index(
            "ix_message_next",
            ["next_attempt_at", "id"],
            unique=False,
            sqlite_where=sa.text("sent_at IS NULL AND failed_at IS NULL AND dropped_at IS NULL"),
            postgresql_where=sa.text("sent_at IS NULL AND failed_at IS NULL AND dropped_at IS NULL"),
        )
        batch_op.create_index(
            "uq_message_digest",
            ["channel_id", "day"],
            unique=True,
            sqlite_where=sa.text("dropped_at IS NULL"),
            postgresql_where=sa.text("dropped_at IS NULL"),
        )

    op.create_table(
        "prediction",
        sa.Column("statement", sa.Text(), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=True),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("grade", sa.String(length=8), nullable=True),
        sa.Column("polarity", sa.String(length=8), nullable=True),
        sa.Column("condition", sa.Text(), nullable=True),
        sa.Column("condition_met", sa.Boolean(), nullable=True),
        sa.Column("condition_decided_on", sa.Date(), nullable=True),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("made_on_basis", sa.String(length=16), nullable=False),
        sa.Column("due_from", sa.Date(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("due_text", sa.String(length=300), nullable=True),
        sa.Column("due_rule", sa.String(length=100), nullable=True),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column("horizon_on", sa.Date(), nullable=True),
        sa.Column("probability", sa.Float(), nullable=True),
        sa.Column("probability_low", sa.Float(), nullable=True),
        sa.Column("probability_high", sa.Float(), nullable=True),
        sa.Column("probability_basis", sa.String(length=16), nullable=True),
        sa.Column("hedge", sa.String(length=200), nullable=True),
        sa.Column("hedge_table_version", sa.String(length=50), nullable=True),
        sa.Column("baseline", sa.Float(), nullable=True),
        sa.Column("baseline_source", sa.String(length=500), nullable=True),
        sa.Column("sense", sa.Integer(), nullable=False),
        sa.Column("muted", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("ref", sa.String(length=200), nullable=True),
        sa.Column("natural_key", sa.String(length=64), nullable=False),
        sa.Column("entered_by_id", sa.Uuid(), nullable=False),
        sa.Column("author_id", sa.Uuid(), nullable=False),
        sa.Column("author_id_as_entered", sa.Uuid(), nullable=False),
        sa.Column("criteria", sa.Text(), nullable=False),
        sa.Column("criteria_missing", sa.Boolean(), nullable=False),
        sa.Column("time_zone", sa.String(length=64), nullable=False),
        sa.Column("search_text", sa.Text(), nullable=False),
        sa.Column("peer_key", sa.String(length=64), nullable=True),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_round", sa.Integer(), nullable=False),
        sa.Column("flagged_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("snoozed_until", sa.Date(), nullable=True),
        sa.Column("round_began_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("remind_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("outcome", sa.String(length=16), nullable=True),
        sa.Column("share", sa.Float(), nullable=True),
        sa.Column("annul_reason", sa.String(length=32), nullable=True),
        sa.Column("known_on", sa.Date(), nullable=True),
        sa.Column("disputed", sa.Boolean(), nullable=False),
        sa.Column("late", sa.Boolean(), nullable=False),
        sa.Column("question_id", sa.Uuid(), nullable=True),
        sa.Column("collection_id", sa.Uuid(), nullable=True),
        sa.Column("revises", sa.Uuid(), nullable=True),
        sa.Column("import_batch_id", sa.Uuid(), nullable=True),
        sa.Column("assignee_id", sa.Uuid(), nullable=True),
        sa.Column("extractor", sa.String(length=50), nullable=True),
        sa.Column("extractor_version", sa.String(length=50), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_reason", sa.String(length=2000), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(outcome IS NOT NULL AND outcome = 'partly') = (share IS NOT NULL)",
            name=op.f("ck_prediction_partly_has_a_share"),
        ),
        sa.CheckConstraint(
            "annul_reason IN ('condition_not_met', 'event_cancelled', 'unverifiable', 'source_lost', 'entered_in_error')",
            name=op.f("ck_prediction_annul_reason_known"),
        ),
        sa.CheckConstraint("condition_decided_on <= '2999-12-31'", name=op.f("ck_prediction_condition_decided_on_le")),
        sa.CheckConstraint("condition_decided_on >= '1500-01-01'", name=op.f("ck_prediction_condition_decided_on_ge")),
        sa.CheckConstraint("due_from <= '2999-12-31'", name=op.f("ck_prediction_due_from_le")),
        sa.CheckConstraint("due_from >= '1500-01-01'", name=op.f("ck_prediction_due_from_ge")),
        sa.CheckConstraint("due_on <= '2999-12-31'", name=op.f("ck_prediction_due_on_le")),
        sa.CheckConstraint("due_on >= '1500-01-01'", name=op.f("ck_prediction_due_on_ge")),
        sa.CheckConstraint("grade IN ('sharp', 'soft', 'vague')", name=op.f("ck_prediction_grade_known")),
        sa.CheckConstraint("horizon_on <= '2999-12-31'", name=op.f("ck_prediction_horizon_on_le")),
        sa.CheckConstraint("horizon_on >= '1500-01-01'", name=op.f("ck_prediction_horizon_on_ge")),
        sa.CheckConstraint(
            "kind IN ('forecast', 'conditional', 'announcement')", name=op.f("ck_prediction_kind_known")
        ),
        sa.CheckConstraint("made_on <= '2999-12-31'", name=op.f("ck_prediction_made_on_le")),
        sa.CheckConstraint("made_on >= '1500-01-01'", name=op.f("ck_prediction_made_on_ge")),
        sa.CheckConstraint(
            "made_on_basis IN ('printed', 'fetched', 'archived', 'import', 'entered')",
            name=op.f("ck_prediction_made_on_basis_known"),
        ),
        sa.CheckConstraint(
            "outcome IN ('yes', 'no', 'partly', 'ambiguous', 'annulled')", name=op.f("ck_prediction_outcome_known")
        ),
        sa.CheckConstraint("polarity IN ('yes', 'no')", name=op.f("ck_prediction_polarity_known")),
        sa.CheckConstraint(
            "probability_basis IN ('stated', 'hedged', 'assumed')", name=op.f("ck_prediction_probability_basis_known")
        ),
        sa.CheckConstraint("review_on <= '2999-12-31'", name=op.f("ck_prediction_review_on_le")),
        sa.CheckConstraint("review_on >= '1500-01-01'", name=op.f("ck_prediction_review_on_ge")),
        sa.CheckConstraint(
            "(probability IS NULL) = (probability_basis IS NULL)", name=op.f("ck_prediction_probability_has_a_basis")
        ),
        sa.CheckConstraint("baseline <= 1", name=op.f("ck_prediction_baseline_le")),
        sa.CheckConstraint("baseline >= 0", name=op.f("ck_prediction_baseline_ge")),
        sa.CheckConstraint(
            "due_from IS NULL OR due_on IS NULL OR due_from <= due_on", name=op.f("ck_prediction_window_in_order")
        ),
        sa.CheckConstraint("due_on IS NOT NULL OR review_on IS NOT NULL", name=op.f("ck_prediction_due_or_review")),
        sa.CheckConstraint("due_on IS NULL OR due_on >= made_on", name=op.f("ck_prediction_due_not_before_made")),
        sa.CheckConstraint("due_round >= 1", name=op.f("ck_prediction_due_round_ge")),
        sa.CheckConstraint("length(baseline_source) <= 500", name=op.f("ck_prediction_baseline_source_max_length")),
        sa.CheckConstraint("length(condition) <= 2000", name=op.f("ck_prediction_condition_max_length")),
        sa.CheckConstraint("length(criteria) <= 8000", name=op.f("ck_prediction_criteria_max_length")),
        sa.CheckConstraint("length(criteria) >= 1", name=op.f("ck_prediction_criteria_min_length")),
        sa.CheckConstraint("length(due_rule) <= 100", name=op.f("ck_prediction_due_rule_max_length")),
        sa.CheckConstraint("length(due_text) <= 300", name=op.f("ck_prediction_due_text_max_length")),
        sa.CheckConstraint("length(extractor) <= 50", name=op.f("ck_prediction_extractor_max_length")),
        sa.CheckConstraint("length(extractor_version) <= 50", name=op.f("ck_prediction_extractor_version_max_length")),
        sa.CheckConstraint("length(hedge) <= 200", name=op.f("ck_prediction_hedge_max_length")),
        sa.CheckConstraint(
            "length(hedge_table_version) <= 50", name=op.f("ck_prediction_hedge_table_version_max_length")
        ),
        sa.CheckConstraint("length(language) <= 2", name=op.f("ck_prediction_language_max_length")),
        sa.CheckConstraint("length(natural_key) <= 64", name=op.f("ck_prediction_natural_key_max_length")),
        sa.CheckConstraint("length(natural_key) >= 64", name=op.f("ck_prediction_natural_key_min_length")),
        sa.CheckConstraint("length(peer_key) <= 64", name=op.f("ck_prediction_peer_key_max_length")),
        sa.CheckConstraint("length(ref) <= 200", name=op.f("ck_prediction_ref_max_length")),
        sa.CheckConstraint("length(statement) <= 4000", name=op.f("ck_prediction_statement_max_length")),
        sa.CheckConstraint("length(statement) >= 5", name=op.f("ck_prediction_statement_min_length")),
        sa.CheckConstraint("length(time_zone) <= 64", name=op.f("ck_prediction_time_zone_max_length")),
        sa.CheckConstraint("length(time_zone) >= 1", name=op.f("ck_prediction_time_zone_min_length")),
        sa.CheckConstraint("length(withdrawn_reason) <= 2000", name=op.f("ck_prediction_withdrawn_reason_max_length")),
        sa.CheckConstraint("probability <= 1", name=op.f("ck_prediction_probability_le")),
        sa.CheckConstraint("probability >= 0", name=op.f("ck_prediction_probability_ge")),
        sa.CheckConstraint(
            "probability IS NULL OR probability_high IS NULL OR probability <= probability_high",
            name=op.f("ck_prediction_probability_high_in_order"),
        ),
        sa.CheckConstraint(
            "probability IS NULL OR probability_low IS NULL OR probability_low <= probability",
            name=op.f("ck_prediction_probability_low_in_order"),
        ),
        sa.CheckConstraint("probability_high <= 1", name=op.f("ck_prediction_probability_high_le")),
        sa.CheckConstraint("probability_high >= 0", name=op.f("ck_prediction_probability_high_ge")),
        sa.CheckConstraint("probability_low <= 1", name=op.f("ck_prediction_probability_low_le")),
        sa.CheckConstraint("probability_low >= 0", name=op.f("ck_prediction_probability_low_ge")),
        sa.CheckConstraint("sense <= 1", name=op.f("ck_prediction_sense_le")),
        sa.CheckConstraint("sense >= -1", name=op.f("ck_prediction_sense_ge")),
        sa.CheckConstraint("sense IN (-1, 1)", name=op.f("ck_prediction_sense_has_a_sign")),
        sa.CheckConstraint("share <= 1", name=op.f("ck_prediction_share_le")),
        sa.CheckConstraint("share >= 0", name=op.f("ck_prediction_share_ge")),
        sa.CheckConstraint("version >= 1", name=op.f("ck_prediction_version_ge")),
        sa.ForeignKeyConstraint(["assignee_id"], ["person.id"], name=op.f("fk_prediction_assignee_id")),
        sa.ForeignKeyConstraint(["author_id"], ["author.id"], name=op.f("fk_prediction_author_id")),
        sa.ForeignKeyConstraint(
            ["author_id_as_entered"], ["author.id"], name=op.f("fk_prediction_author_id_as_entered")
        ),
        sa.ForeignKeyConstraint(["collection_id"], ["collection.id"], name=op.f("fk_prediction_collection_id")),
        sa.ForeignKeyConstraint(["entered_by_id"], ["person.id"], name=op.f("fk_prediction_entered_by_id")),
        sa.ForeignKeyConstraint(["import_batch_id"], ["import_batch.id"], name=op.f("fk_prediction_import_batch_id")),
        sa.ForeignKeyConstraint(["question_id"], ["question.id"], name=op.f("fk_prediction_question_id")),
        sa.ForeignKeyConstraint(["revises"], ["prediction.id"], name=op.f("fk_prediction_revises")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_prediction")),
    )
    with op.batch_alter_table("prediction", schema=None) as batch_op:
        batch_op.create_index("ix_prediction_author_made", ["author_id", "made_on", "id"], unique=False)
        batch_op.create_index(
            "ix_prediction_author_unresolved",
            ["author_id", "due_at"],
            unique=False,
            sqlite_where=sa.text("outcome IS NULL AND withdrawn_at IS NULL"),
            postgresql_where=sa.text("outcome IS NULL AND withdrawn_at IS NULL"),
        )
        batch_op.create_index(batch_op.f("ix_prediction_collection_id"), ["collection_id"], unique=False)
        batch_op.create_index("ix_prediction_created", ["created_at", "id"], unique=False)
        batch_op.create_index(
            "ix_prediction_disputed",
            ["due_at", "id"],
            unique=False,
            sqlite_where=sa.text("disputed = 1"),
            postgresql_where=sa.text("disputed"),
        )
        batch_op.create_index("ix_prediction_due", ["due_at", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_prediction_import_batch_id"), ["import_batch_id"], unique=False)
        batch_op.create_index("ix_prediction_made", ["made_on", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_prediction_peer_key"), ["peer_key"], unique=False)
        batch_op.create_index(batch_op.f("ix_prediction_question_id"), ["question_id"], unique=False)
        batch_op.create_index(
            "ix_prediction_remind",
            ["remind_at", "id"],
            unique=False,
            sqlite_where=sa.text("outcome IS NULL AND withdrawn_at IS NULL"),
            postgresql_where=sa.text("outcome IS NULL AND withdrawn_at IS NULL"),
        )
        batch_op.create_index(batch_op.f("ix_prediction_revises"), ["revises"], unique=False)
        batch_op.create_index(
            "ix_prediction_unannounced",
            ["flagged_at", "due_at", "id"],
            unique=False,
            sqlite_where=sa.text("flagged_at IS NULL AND outcome IS NULL AND withdrawn_at IS NULL"),
            postgresql_where=sa.text("flagged_at IS NULL AND outcome IS NULL AND withdrawn_at IS NULL"),
        )
        batch_op.create_index(
            "ix_prediction_undated",
            ["due_at", "id", "due_on", "outcome", "withdrawn_at"],
            unique=False,
            sqlite_where=sa.text("due_on IS NULL AND outcome IS NULL AND withdrawn_at IS NULL"),
            postgresql_where=sa.text("due_on IS NULL AND outcome IS NULL AND withdrawn_at IS NULL"),
        )
        batch_op.create_index(
            "ix_prediction_unresolved",
            ["due_at", "id", "outcome", "withdrawn_at"],
            unique=False,
            sqlite_where=sa.text("outcome IS NULL AND withdrawn_at IS NULL"),
            postgresql_where=sa.text("outcome IS NULL AND withdrawn_at IS NULL"),
        )
        batch_op.create_index(
            "uq_prediction_natural_key",
            ["natural_key"],
            unique=True,
            sqlite_where=sa.text("withdrawn_at IS NULL"),
            postgresql_where=sa.text("withdrawn_at IS NULL"),
        )
        batch_op.create_index(
            "uq_prediction_ref",
            ["entered_by_id", "ref"],
            unique=True,
            sqlite_where=sa.text("ref IS NOT NULL AND withdrawn_at IS NULL"),
            postgresql_where=sa.text("ref IS NOT NULL AND withdrawn_at IS NULL"),
        )

    op.create_table(
        "source_entry",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("source_id", sa.Uuid(), nullable=False),
        sa.Column("address", sa.String(length=2000), nullable=False),
        sa.Column("title", sa.String(length=500), nullable=True),
        sa.Column("article_id", sa.Uuid(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_attempt_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_error", sa.Text(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("attempts >= 0", name=op.f("ck_source_entry_attempts_ge")),
        sa.CheckConstraint("length(address) <= 2000", name=op.f("ck_source_entry_address_max_length")),
        sa.CheckConstraint("length(address) >= 8", name=op.f("ck_source_entry_address_min_length")),
        sa.CheckConstraint("length(title) <= 500", name=op.f("ck_source_entry_title_max_length")),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_source_entry_article_id")),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_source_entry_source_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source_entry")),
    )
    with op.batch_alter_table("source_entry", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_source_entry_article_id"), ["article_id"], unique=False)
        batch_op.create_index(
            "ix_source_entry_next",
            ["next_attempt_at", "id"],
            unique=False,
            sqlite_where=sa.text("settled_at IS NULL"),
            postgresql_where=sa.text("settled_at IS NULL"),
        )
        batch_op.create_index("uq_source_entry_address", ["source_id", "address"], unique=True)

    op.create_table(
        "event_text",
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("field", sa.String(length=60), nullable=False),
        sa.Column("salt", sa.String(length=32), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.CheckConstraint("length(field) <= 60", name=op.f("ck_event_text_field_max_length")),
        sa.CheckConstraint("length(field) >= 1", name=op.f("ck_event_text_field_min_length")),
        sa.CheckConstraint("length(salt) <= 32", name=op.f("ck_event_text_salt_max_length")),
        sa.CheckConstraint("length(salt) >= 32", name=op.f("ck_event_text_salt_min_length")),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_event_text_event_id")),
        sa.PrimaryKeyConstraint("event_id", "field", name=op.f("pk_event_text")),
    )
    op.create_table(
        "judgement",
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("outcome", sa.String(length=16), nullable=False),
        sa.Column("share", sa.Float(), nullable=True),
        sa.Column("reason", sa.String(length=32), nullable=True),
        sa.Column("known_on", sa.Date(), nullable=True),
        sa.Column("evidence_url", sa.String(length=2000), nullable=True),
        sa.Column("archived_url", sa.String(length=2000), nullable=True),
        sa.Column("citation", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("prediction_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("known_on_inferred", sa.Boolean(), nullable=False),
        sa.Column("import_batch_id", sa.Uuid(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("retracted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("retracted_by_id", sa.Uuid(), nullable=True),
        sa.Column("retraction_reason", sa.String(length=2000), nullable=True),
        sa.CheckConstraint(
            "(outcome = 'annulled') = (reason IS NOT NULL)", name=op.f("ck_judgement_annulled_has_a_reason")
        ),
        sa.CheckConstraint("(outcome = 'partly') = (share IS NOT NULL)", name=op.f("ck_judgement_partly_has_a_share")),
        sa.CheckConstraint("known_on <= '2999-12-31'", name=op.f("ck_judgement_known_on_le")),
        sa.CheckConstraint("known_on >= '1500-01-01'", name=op.f("ck_judgement_known_on_ge")),
        sa.CheckConstraint(
            "outcome IN ('yes', 'no', 'partly', 'ambiguous', 'annulled')", name=op.f("ck_judgement_outcome_known")
        ),
        sa.CheckConstraint(
            "reason IN ('condition_not_met', 'event_cancelled', 'unverifiable', 'source_lost', 'entered_in_error')",
            name=op.f("ck_judgement_reason_known"),
        ),
        sa.CheckConstraint("role IN ('verdict', 'second', 'decision')", name=op.f("ck_judgement_role_known")),
        sa.CheckConstraint(
            "evidence_url IS NOT NULL OR archived_url IS NOT NULL OR coalesce(length(citation), 0) >= 10 OR import_batch_id IS NOT NULL",
            name=op.f("ck_judgement_has_evidence"),
        ),
        sa.CheckConstraint("length(archived_url) <= 2000", name=op.f("ck_judgement_archived_url_max_length")),
        sa.CheckConstraint("length(citation) <= 2000", name=op.f("ck_judgement_citation_max_length")),
        sa.CheckConstraint("length(evidence_url) <= 2000", name=op.f("ck_judgement_evidence_url_max_length")),
        sa.CheckConstraint("length(note) <= 8000", name=op.f("ck_judgement_note_max_length")),
        sa.CheckConstraint("length(retraction_reason) <= 2000", name=op.f("ck_judgement_retraction_reason_max_length")),
        sa.CheckConstraint("share <= 1", name=op.f("ck_judgement_share_le")),
        sa.CheckConstraint("share >= 0", name=op.f("ck_judgement_share_ge")),
        sa.ForeignKeyConstraint(["import_batch_id"], ["import_batch.id"], name=op.f("fk_judgement_import_batch_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_judgement_person_id")),
        sa.ForeignKeyConstraint(["prediction_id"], ["prediction.id"], name=op.f("fk_judgement_prediction_id")),
        sa.ForeignKeyConstraint(["retracted_by_id"], ["person.id"], name=op.f("fk_judgement_retracted_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_judgement")),
    )
    with op.batch_alter_table("judgement", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_judgement_prediction_id"), ["prediction_id"], unique=False)

    op.create_table(
        "mention",
        sa.Column("quote", sa.Text(), nullable=True),
        sa.Column("quote_start", sa.Integer(), nullable=True),
        sa.Column("quote_end", sa.Integer(), nullable=True),
        sa.Column("address", sa.String(length=2000), nullable=True),
        sa.Column("archived_address", sa.String(length=2000), nullable=True),
        sa.Column("source", sa.String(length=500), nullable=True),
        sa.Column("outlet", sa.String(length=200), nullable=True),
        sa.Column("reported_by", sa.String(length=200), nullable=True),
        sa.Column("said_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("prediction_id", sa.Uuid(), nullable=False),
        sa.Column("article_id", sa.Uuid(), nullable=True),
        sa.Column("quote_checked", sa.Boolean(), nullable=False),
        sa.Column("entered_by_id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("said_on <= '2999-12-31'", name=op.f("ck_mention_said_on_le")),
        sa.CheckConstraint("said_on >= '1500-01-01'", name=op.f("ck_mention_said_on_ge")),
        sa.CheckConstraint("(quote_start IS NULL) = (quote_end IS NULL)", name=op.f("ck_mention_offsets_in_pairs")),
        sa.CheckConstraint("length(address) <= 2000", name=op.f("ck_mention_address_max_length")),
        sa.CheckConstraint("length(archived_address) <= 2000", name=op.f("ck_mention_archived_address_max_length")),
        sa.CheckConstraint("length(outlet) <= 200", name=op.f("ck_mention_outlet_max_length")),
        sa.CheckConstraint("length(quote) <= 8000", name=op.f("ck_mention_quote_max_length")),
        sa.CheckConstraint("length(quote) >= 1", name=op.f("ck_mention_quote_min_length")),
        sa.CheckConstraint("length(reported_by) <= 200", name=op.f("ck_mention_reported_by_max_length")),
        sa.CheckConstraint("length(source) <= 500", name=op.f("ck_mention_source_max_length")),
        sa.CheckConstraint("quote_end >= 0", name=op.f("ck_mention_quote_end_ge")),
        sa.CheckConstraint("quote_start >= 0", name=op.f("ck_mention_quote_start_ge")),
        sa.CheckConstraint("quote_start IS NULL OR quote_start < quote_end", name=op.f("ck_mention_offsets_in_order")),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_mention_article_id")),
        sa.ForeignKeyConstraint(["entered_by_id"], ["person.id"], name=op.f("fk_mention_entered_by_id")),
        sa.ForeignKeyConstraint(["prediction_id"], ["prediction.id"], name=op.f("fk_mention_prediction_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mention")),
    )
    with op.batch_alter_table("mention", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_mention_article_id"), ["article_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_mention_prediction_id"), ["prediction_id"], unique=False)

    op.create_table(
        "reminder",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("prediction_id", sa.Uuid(), nullable=False),
        sa.Column("due_round", sa.Integer(), nullable=False),
        sa.Column("stage", sa.String(length=40), nullable=False),
        sa.Column("recipient_id", sa.Uuid(), nullable=False),
        sa.Column("planned_for", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("due_round >= 1", name=op.f("ck_reminder_due_round_ge")),
        sa.CheckConstraint("length(stage) <= 40", name=op.f("ck_reminder_stage_max_length")),
        sa.CheckConstraint("length(stage) >= 1", name=op.f("ck_reminder_stage_min_length")),
        sa.ForeignKeyConstraint(["prediction_id"], ["prediction.id"], name=op.f("fk_reminder_prediction_id")),
        sa.ForeignKeyConstraint(["recipient_id"], ["person.id"], name=op.f("fk_reminder_recipient_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminder")),
    )
    with op.batch_alter_table("reminder", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_reminder_recipient_id"), ["recipient_id"], unique=False)
        batch_op.create_index("uq_reminder_once", ["prediction_id", "due_round", "stage", "recipient_id"], unique=True)

    op.create_table(
        "tag",
        sa.Column("prediction_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=50), nullable=False),
        sa.CheckConstraint("length(name) <= 50", name=op.f("ck_tag_name_max_length")),
        sa.CheckConstraint("length(name) >= 1", name=op.f("ck_tag_name_min_length")),
        sa.ForeignKeyConstraint(["prediction_id"], ["prediction.id"], name=op.f("fk_tag_prediction_id")),
        sa.PrimaryKeyConstraint("prediction_id", "name", name=op.f("pk_tag")),
    )
    with op.batch_alter_table("tag", schema=None) as batch_op:
        batch_op.create_index("ix_tag_name", ["name", "prediction_id"], unique=False)

    op.create_table(
        "candidate",
        sa.Column("statement", sa.Text(), nullable=False),
        sa.Column("quotes", sa.JSON(), nullable=False),
        sa.Column("speaker", sa.String(length=200), nullable=True),
        sa.Column("attributed", sa.Boolean(), nullable=False),
        sa.Column("polarity", sa.String(length=8), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("condition", sa.Text(), nullable=True),
        sa.Column("hedge", sa.String(length=200), nullable=True),
        sa.Column("probability", sa.Float(), nullable=True),
        sa.Column("probability_low", sa.Float(), nullable=True),
        sa.Column("probability_high", sa.Float(), nullable=True),
        sa.Column("probability_basis", sa.String(length=16), nullable=True),
        sa.Column("made_on", sa.Date(), nullable=True),
        sa.Column("due_from", sa.Date(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("due_text", sa.String(length=300), nullable=True),
        sa.Column("due_rule", sa.String(length=100), nullable=True),
        sa.Column("due_place", sa.JSON(), nullable=True),
        sa.Column("due_precision", sa.String(length=12), nullable=True),
        sa.Column("due_inferred", sa.Boolean(), nullable=False),
        sa.Column("due_alternative", sa.Date(), nullable=True),
        sa.Column("criteria", sa.Text(), nullable=True),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column("horizon_on", sa.Date(), nullable=True),
        sa.Column("horizon_reason", sa.String(length=300), nullable=True),
        sa.Column("grade", sa.String(length=8), nullable=False),
        sa.Column("checklist", sa.JSON(), nullable=False),
        sa.Column("checklist_grade", sa.String(length=8), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=True),
        sa.Column("hedge_table_version", sa.String(length=50), nullable=True),
        sa.Column("extractor", sa.String(length=50), nullable=False),
        sa.Column("extractor_version", sa.String(length=50), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("article_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("prediction_id", sa.Uuid(), nullable=True),
        sa.Column("mention_id", sa.Uuid(), nullable=True),
        sa.Column("decided_by_id", sa.Uuid(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("rejected_reason", sa.String(length=500), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "checklist_grade IN ('sharp', 'soft', 'vague')", name=op.f("ck_candidate_checklist_grade_known")
        ),
        sa.CheckConstraint("due_alternative <= '2999-12-31'", name=op.f("ck_candidate_due_alternative_le")),
        sa.CheckConstraint("due_alternative >= '1500-01-01'", name=op.f("ck_candidate_due_alternative_ge")),
        sa.CheckConstraint("due_from <= '2999-12-31'", name=op.f("ck_candidate_due_from_le")),
        sa.CheckConstraint("due_from >= '1500-01-01'", name=op.f("ck_candidate_due_from_ge")),
        sa.CheckConstraint("due_on <= '2999-12-31'", name=op.f("ck_candidate_due_on_le")),
        sa.CheckConstraint("due_on >= '1500-01-01'", name=op.f("ck_candidate_due_on_ge")),
        sa.CheckConstraint("grade IN ('sharp', 'soft', 'vague')", name=op.f("ck_candidate_grade_known")),
        sa.CheckConstraint("horizon_on <= '2999-12-31'", name=op.f("ck_candidate_horizon_on_le")),
        sa.CheckConstraint("horizon_on >= '1500-01-01'", name=op.f("ck_candidate_horizon_on_ge")),
        sa.CheckConstraint("kind IN ('forecast', 'conditional', 'announcement')", name=op.f("ck_candidate_kind_known")),
        sa.CheckConstraint("made_on <= '2999-12-31'", name=op.f("ck_candidate_made_on_le")),
        sa.CheckConstraint("made_on >= '1500-01-01'", name=op.f("ck_candidate_made_on_ge")),
        sa.CheckConstraint("polarity IN ('yes', 'no')", name=op.f("ck_candidate_polarity_known")),
        sa.CheckConstraint(
            "probability_basis IN ('stated', 'hedged', 'assumed')", name=op.f("ck_candidate_probability_basis_known")
        ),
        sa.CheckConstraint("review_on <= '2999-12-31'", name=op.f("ck_candidate_review_on_le")),
        sa.CheckConstraint("review_on >= '1500-01-01'", name=op.f("ck_candidate_review_on_ge")),
        sa.CheckConstraint("state IN ('waiting', 'accepted', 'rejected')", name=op.f("ck_candidate_state_known")),
        sa.CheckConstraint("confidence <= 1", name=op.f("ck_candidate_confidence_le")),
        sa.CheckConstraint("confidence >= 0", name=op.f("ck_candidate_confidence_ge")),
        sa.CheckConstraint("length(condition) <= 2000", name=op.f("ck_candidate_condition_max_length")),
        sa.CheckConstraint("length(criteria) <= 8000", name=op.f("ck_candidate_criteria_max_length")),
        sa.CheckConstraint("length(due_precision) <= 12", name=op.f("ck_candidate_due_precision_max_length")),
        sa.CheckConstraint("length(due_rule) <= 100", name=op.f("ck_candidate_due_rule_max_length")),
        sa.CheckConstraint("length(due_text) <= 300", name=op.f("ck_candidate_due_text_max_length")),
        sa.CheckConstraint("length(extractor) <= 50", name=op.f("ck_candidate_extractor_max_length")),
        sa.CheckConstraint("length(extractor_version) <= 50", name=op.f("ck_candidate_extractor_version_max_length")),
        sa.CheckConstraint("length(hedge) <= 200", name=op.f("ck_candidate_hedge_max_length")),
        sa.CheckConstraint(
            "length(hedge_table_version) <= 50", name=op.f("ck_candidate_hedge_table_version_max_length")
        ),
        sa.CheckConstraint("length(horizon_reason) <= 300", name=op.f("ck_candidate_horizon_reason_max_length")),
        sa.CheckConstraint("length(language) <= 2", name=op.f("ck_candidate_language_max_length")),
        sa.CheckConstraint("length(rejected_reason) <= 500", name=op.f("ck_candidate_rejected_reason_max_length")),
        sa.CheckConstraint("length(speaker) <= 200", name=op.f("ck_candidate_speaker_max_length")),
        sa.CheckConstraint("length(statement) <= 4000", name=op.f("ck_candidate_statement_max_length")),
        sa.CheckConstraint("probability <= 1", name=op.f("ck_candidate_probability_le")),
        sa.CheckConstraint("probability >= 0", name=op.f("ck_candidate_probability_ge")),
        sa.CheckConstraint("probability_high <= 1", name=op.f("ck_candidate_probability_high_le")),
        sa.CheckConstraint("probability_high >= 0", name=op.f("ck_candidate_probability_high_ge")),
        sa.CheckConstraint("probability_low <= 1", name=op.f("ck_candidate_probability_low_le")),
        sa.CheckConstraint("probability_low >= 0", name=op.f("ck_candidate_probability_low_ge")),
        sa.CheckConstraint("version >= 1", name=op.f("ck_candidate_version_ge")),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_candidate_article_id")),
        sa.ForeignKeyConstraint(["decided_by_id"], ["person.id"], name=op.f("fk_candidate_decided_by_id")),
        sa.ForeignKeyConstraint(["mention_id"], ["mention.id"], name=op.f("fk_candidate_mention_id")),
        sa.ForeignKeyConstraint(["prediction_id"], ["prediction.id"], name=op.f("fk_candidate_prediction_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_candidate")),
    )
    with op.batch_alter_table("candidate", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_candidate_article_id"), ["article_id"], unique=False)
        batch_op.create_index("ix_candidate_inbox", ["state", "created_at", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_candidate_prediction_id"), ["prediction_id"], unique=False)

    op.create_table(
        "delivery",
        sa.Column("reminder_id", sa.Uuid(), nullable=False),
        sa.Column("channel_id", sa.Uuid(), nullable=False),
        sa.Column("message_id", sa.Uuid(), nullable=True),
        sa.Column("dropped_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["channel_id"], ["channel.id"], name=op.f("fk_delivery_channel_id")),
        sa.ForeignKeyConstraint(["message_id"], ["message.id"], name=op.f("fk_delivery_message_id")),
        sa.ForeignKeyConstraint(["reminder_id"], ["reminder.id"], name=op.f("fk_delivery_reminder_id")),
        sa.PrimaryKeyConstraint("reminder_id", "channel_id", name=op.f("pk_delivery")),
    )
    with op.batch_alter_table("delivery", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_delivery_message_id"), ["message_id"], unique=False)
        batch_op.create_index(
            "ix_delivery_waiting",
            ["channel_id"],
            unique=False,
            sqlite_where=sa.text("message_id IS NULL AND dropped_at IS NULL"),
            postgresql_where=sa.text("message_id IS NULL AND dropped_at IS NULL"),
        )

    op.create_table(
        "score",
        sa.Column("prediction_id", sa.Uuid(), nullable=False),
        sa.Column("judgement_id", sa.Uuid(), nullable=False),
        sa.Column("brier_units", sa.BigInteger(), nullable=False),
        sa.Column("log_units", sa.BigInteger(), nullable=False),
        sa.Column("baseline_brier_units", sa.BigInteger(), nullable=False),
        sa.Column("score_version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("baseline_brier_units <= 1000000000", name=op.f("ck_score_baseline_brier_units_le")),
        sa.CheckConstraint("baseline_brier_units >= 0", name=op.f("ck_score_baseline_brier_units_ge")),
        sa.CheckConstraint("brier_units <= 1000000000", name=op.f("ck_score_brier_units_le")),
        sa.CheckConstraint("brier_units >= 0", name=op.f("ck_score_brier_units_ge")),
        sa.CheckConstraint("log_units <= 0", name=op.f("ck_score_log_units_le")),
        sa.CheckConstraint("score_version >= 1", name=op.f("ck_score_score_version_ge")),
        sa.ForeignKeyConstraint(["judgement_id"], ["judgement.id"], name=op.f("fk_score_judgement_id")),
        sa.ForeignKeyConstraint(["prediction_id"], ["prediction.id"], name=op.f("fk_score_prediction_id")),
        sa.PrimaryKeyConstraint("prediction_id", name=op.f("pk_score")),
    )


def downgrade() -> None:

    op.drop_table("score")
    with op.batch_alter_table("delivery", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_delivery_waiting",
            sqlite_where=sa.text("message_id IS NULL AND dropped_at IS NULL"),
            postgresql_where=sa.text("message_id IS NULL AND dropped_at IS NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_delivery_message_id"))

    op.drop_table("delivery")
    with op.batch_alter_table("candidate", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_candidate_prediction_id"))
        batch_op.drop_index("ix_candidate_inbox")
        batch_op.drop_index(batch_op.f("ix_candidate_article_id"))

    op.drop_table("candidate")
    with op.batch_alter_table("tag", schema=None) as batch_op:
        batch_op.drop_index("ix_tag_name")

    op.drop_table("tag")
    with op.batch_alter_table("reminder", schema=None) as batch_op:
        batch_op.drop_index("uq_reminder_once")
        batch_op.drop_index(batch_op.f("ix_reminder_recipient_id"))

    op.drop_table("reminder")
    with op.batch_alter_table("mention", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_mention_prediction_id"))
        batch_op.drop_index(batch_op.f("ix_mention_article_id"))

    op.drop_table("mention")
    with op.batch_alter_table("judgement", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_judgement_prediction_id"))

    op.drop_table("judgement")
    op.drop_table("event_text")
    with op.batch_alter_table("source_entry", schema=None) as batch_op:
        batch_op.drop_index("uq_source_entry_address")
        batch_op.drop_index(
            "ix_source_entry_next",
            sqlite_where=sa.text("settled_at IS NULL"),
            postgresql_where=sa.text("settled_at IS NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_source_entry_article_id"))

    op.drop_table("source_entry")
    with op.batch_alter_table("prediction", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_prediction_ref",
            sqlite_where=sa.text("ref IS NOT NULL AND withdrawn_at IS NULL"),
            postgresql_where=sa.text("ref IS NOT NULL AND withdrawn_at IS NULL"),
        )
        batch_op.drop_index(
            "uq_prediction_natural_key",
            sqlite_where=sa.text("withdrawn_at IS NULL"),
            postgresql_where=sa.text("withdrawn_at IS NULL"),
        )
        batch_op.drop_index(
            "ix_prediction_unresolved",
            sqlite_where=sa.text("outcome IS NULL AND withdrawn_at IS NULL"),
            postgresql_where=sa.text("outcome IS NULL AND withdrawn_at IS NULL"),
        )
        batch_op.drop_index(
            "ix_prediction_undated",
            sqlite_where=sa.text("due_on IS NULL AND outcome IS NULL AND withdrawn_at IS NULL"),
            postgresql_where=sa.text("due_on IS NULL AND outcome IS NULL AND withdrawn_at IS NULL"),
        )
        batch_op.drop_index(
            "ix_prediction_unannounced",
            sqlite_where=sa.text("flagged_at IS NULL AND outcome IS NULL AND withdrawn_at IS NULL"),
            postgresql_where=sa.text("flagged_at IS NULL AND outcome IS NULL AND withdrawn_at IS NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_prediction_revises"))
        batch_op.drop_index(
            "ix_prediction_remind",
            sqlite_where=sa.text("outcome IS NULL AND withdrawn_at IS NULL"),
            postgresql_where=sa.text("outcome IS NULL AND withdrawn_at IS NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_prediction_question_id"))
        batch_op.drop_index(batch_op.f("ix_prediction_peer_key"))
        batch_op.drop_index("ix_prediction_made")
        batch_op.drop_index(batch_op.f("ix_prediction_import_batch_id"))
        batch_op.drop_index("ix_prediction_due")
        batch_op.drop_index(
            "ix_prediction_disputed", sqlite_where=sa.text("disputed = 1"), postgresql_where=sa.text("disputed")
        )
        batch_op.drop_index("ix_prediction_created")
        batch_op.drop_index(batch_op.f("ix_prediction_collection_id"))
        batch_op.drop_index(
            "ix_prediction_author_unresolved",
            sqlite_where=sa.text("outcome IS NULL AND withdrawn_at IS NULL"),
            postgresql_where=sa.text("outcome IS NULL AND withdrawn_at IS NULL"),
        )
        batch_op.drop_index("ix_prediction_author_made")

    op.drop_table("prediction")
    with op.batch_alter_table("message", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_message_digest",
            sqlite_where=sa.text("dropped_at IS NULL"),
            postgresql_where=sa.text("dropped_at IS NULL"),
        )
        batch_op.drop_index(
            "ix_message_next",
            sqlite_where=sa.text("sent_at IS NULL AND failed_at IS NULL AND dropped_at IS NULL"),
            postgresql_where=sa.text("sent_at IS NULL AND failed_at IS NULL AND dropped_at IS NULL"),
        )
        batch_op.drop_index("ix_message_created")

    op.drop_table("message")
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.drop_index("ix_event_noun")

    op.drop_table("event")
    with op.batch_alter_table("article_address", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_article_address_article_id"))

    op.drop_table("article_address")
    with op.batch_alter_table("source", schema=None) as batch_op:
        batch_op.drop_index("uq_source_address")
        batch_op.drop_index(
            "ix_source_next",
            sqlite_where=sa.text("disabled_at IS NULL"),
            postgresql_where=sa.text("disabled_at IS NULL"),
        )

    op.drop_table("source")
    op.drop_table("rollup")
    op.drop_table("reminder_schedule")
    op.drop_table("import_batch")
    with op.batch_alter_table("idempotency_record", schema=None) as batch_op:
        batch_op.drop_index("uq_idempotency_record_key")
        batch_op.drop_index(batch_op.f("ix_idempotency_record_created_at"))

    op.drop_table("idempotency_record")
    with op.batch_alter_table("feed_token", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_feed_token_person",
            sqlite_where=sa.text("revoked_at IS NULL"),
            postgresql_where=sa.text("revoked_at IS NULL"),
        )

    op.drop_table("feed_token")
    with op.batch_alter_table("channel", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_channel_person_id"))

    op.drop_table("channel")
    with op.batch_alter_table("author_alias", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_author_alias_author_id"))

    op.drop_table("author_alias")
    with op.batch_alter_table("article", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_article_created_at"))

    op.drop_table("article")
    with op.batch_alter_table("api_key", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_api_key_person_id"))

    op.drop_table("api_key")
    op.drop_table("watched_host")
    op.drop_table("question")
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.drop_index("uq_person_name")

    op.drop_table("person")
    with op.batch_alter_table("job_run", schema=None) as batch_op:
        batch_op.drop_index("uq_job_run_slot")

    op.drop_table("job_run")
    op.drop_table("collection")
    with op.batch_alter_table("author", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_author_merged_into_id"))

    op.drop_table("author")
