CREATE TABLE "users" (
  "id" TEXT PRIMARY KEY,
  "email" TEXT NOT NULL UNIQUE,
  "name" TEXT NOT NULL,
  "role" TEXT NOT NULL CHECK ("role" IN ('observer', 'dispatcher', 'supervisor', 'admin')),
  "password_hash" TEXT NOT NULL,
  "session_version" INTEGER NOT NULL DEFAULT 0,
  "disabled_at" TIMESTAMPTZ(3),
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now()
);

CREATE TABLE "flash" (
  "id" TEXT PRIMARY KEY,
  "version" INTEGER NOT NULL DEFAULT 1,
  "level" TEXT NOT NULL CHECK ("level" IN ('critical', 'warning', 'info', 'ok')),
  "title" TEXT NOT NULL,
  "body" TEXT NOT NULL,
  "audience" TEXT[] NOT NULL,
  "requires_ack" BOOLEAN NOT NULL,
  "ack_deadline" TIMESTAMPTZ(3),
  "sound" BOOLEAN NOT NULL,
  "status" TEXT NOT NULL CHECK ("status" IN ('draft', 'scheduled', 'live', 'expired', 'recalled', 'superseded', 'cancelled')),
  "starts_at" TIMESTAMPTZ(3) NOT NULL,
  "expires_at" TIMESTAMPTZ(3),
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  "sent_at" TIMESTAMPTZ(3),
  "ended_at" TIMESTAMPTZ(3),
  "created_by_id" TEXT NOT NULL REFERENCES "users" ("id"),
  "ended_by_id" TEXT REFERENCES "users" ("id"),
  "incident_id" TEXT,
  "supersedes_id" TEXT,
  "client_msg_id" TEXT
);
CREATE UNIQUE INDEX "flash_client_msg_key" ON "flash" ("created_by_id", "client_msg_id");
CREATE INDEX "flash_status_idx" ON "flash" ("status", "starts_at");
CREATE INDEX "flash_created_idx" ON "flash" ("created_at" DESC, "id" DESC);

CREATE TABLE "flash_receipts" (
  "flash_id" TEXT NOT NULL REFERENCES "flash" ("id") ON DELETE CASCADE,
  "user_id" TEXT NOT NULL REFERENCES "users" ("id"),
  "role" TEXT NOT NULL,
  "delivered_at" TIMESTAMPTZ(3),
  "displayed_at" TIMESTAMPTZ(3),
  "acked_at" TIMESTAMPTZ(3),
  "note" TEXT,
  PRIMARY KEY ("flash_id", "user_id")
);
CREATE INDEX "flash_receipts_user_idx" ON "flash_receipts" ("user_id");

CREATE TABLE "flash_templates" (
  "id" TEXT PRIMARY KEY,
  "name" TEXT NOT NULL UNIQUE,
  "level" TEXT NOT NULL CHECK ("level" IN ('critical', 'warning', 'info', 'ok')),
  "title" TEXT NOT NULL,
  "body" TEXT NOT NULL,
  "audience" TEXT[] NOT NULL,
  "requires_ack" BOOLEAN NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now()
);

CREATE TABLE "audit_entries" (
  "id" BIGSERIAL PRIMARY KEY,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  "actor_id" TEXT,
  "actor_name" TEXT NOT NULL,
  "role" TEXT,
  "ip" TEXT,
  "user_agent" TEXT,
  "category" TEXT NOT NULL,
  "action" TEXT NOT NULL,
  "outcome" TEXT NOT NULL,
  "target_type" TEXT,
  "target_id" TEXT,
  "summary" TEXT NOT NULL,
  "before" JSONB,
  "after" JSONB
);
CREATE INDEX "audit_entries_at_idx" ON "audit_entries" ("at" DESC);
CREATE INDEX "audit_entries_target_idx" ON "audit_entries" ("target_type", "target_id");

-- An audit trail that can be edited proves nothing.
CREATE FUNCTION "refuse_audit_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit entries can only be added';
END;
$$;
CREATE TRIGGER "audit_entries_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_entries"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_audit_change"();

CREATE TABLE "outbox_events" (
  "id" BIGSERIAL PRIMARY KEY,
  "event_id" TEXT NOT NULL UNIQUE,
  "type" TEXT NOT NULL,
  "audience" JSONB NOT NULL,
  "json" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  "sent_at" TIMESTAMPTZ(3),
  "log_cursor" TEXT
);
-- Serves both "what is unsent, in order" (nulls sort last, read by IS NULL) and "what was sent last".
CREATE INDEX "outbox_events_sent_idx" ON "outbox_events" ("sent_at", "id");
