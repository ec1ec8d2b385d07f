-- The topic of an event, where its type alone does not tell it: the room of one incident.
ALTER TABLE "outbox_events" ADD COLUMN "topic" TEXT;

CREATE TABLE "incident_counters" (
  "year" INTEGER PRIMARY KEY,
  "last" INTEGER NOT NULL
);

CREATE TABLE "incidents" (
  "id" TEXT PRIMARY KEY,
  "year" INTEGER NOT NULL,
  "ordinal" INTEGER NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "title" TEXT NOT NULL,
  "type" TEXT NOT NULL,
  "priority" TEXT NOT NULL CHECK ("priority" IN ('P1', 'P2', 'P3', 'P4')),
  "status" TEXT NOT NULL CHECK ("status" IN ('new', 'active', 'paused', 'stable', 'completed', 'closed', 'cancelled', 'merged')),
  "status_since" TIMESTAMPTZ(3) NOT NULL,
  "status_reason" TEXT,
  "status_before" TEXT,
  "disposition" TEXT,
  "address" TEXT,
  "lat" DOUBLE PRECISION CHECK ("lat" BETWEEN -90 AND 90),
  "lng" DOUBLE PRECISION CHECK ("lng" BETWEEN -180 AND 180),
  "reporter" TEXT,
  "source" TEXT NOT NULL,
  "external_id" TEXT,
  "owner_id" TEXT REFERENCES "users" ("id"),
  "created_by_id" TEXT,
  "client_msg_id" TEXT,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "updated_at" TIMESTAMPTZ(3) NOT NULL,
  "review_at" TIMESTAMPTZ(3),
  "active_at" TIMESTAMPTZ(3),
  "stable_at" TIMESTAMPTZ(3),
  "completed_at" TIMESTAMPTZ(3),
  "closed_at" TIMESTAMPTZ(3),
  "merged_into_id" TEXT REFERENCES "incidents" ("id") CHECK ("merged_into_id" <> "id"),
  "log_seq" INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX "incidents_number_key" ON "incidents" ("year", "ordinal");
CREATE UNIQUE INDEX "incidents_client_msg_key" ON "incidents" ("created_by_id", "client_msg_id");
CREATE INDEX "incidents_created_idx" ON "incidents" ("created_at" DESC, "id" DESC);
CREATE INDEX "incidents_status_idx" ON "incidents" ("status", "created_at" DESC, "id" DESC);

CREATE TABLE "incident_log" (
  "id" TEXT PRIMARY KEY,
  "incident_id" TEXT NOT NULL REFERENCES "incidents" ("id"),
  "seq" INTEGER NOT NULL CHECK ("seq" > 0),
  "kind" TEXT NOT NULL,
  "phase" TEXT NOT NULL,
  "speaker_role" TEXT NOT NULL,
  "speaker_user_id" TEXT,
  "speaker_label" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "addressee" TEXT,
  "occurred_at" TIMESTAMPTZ(3) NOT NULL,
  "recorded_at" TIMESTAMPTZ(3) NOT NULL,
  "source" TEXT NOT NULL,
  "client_msg_id" TEXT,
  "supersedes_id" TEXT REFERENCES "incident_log" ("id"),
  "in_reply_to" TEXT REFERENCES "incident_log" ("id"),
  "pinned" BOOLEAN NOT NULL DEFAULT false,
  "lat" DOUBLE PRECISION,
  "lng" DOUBLE PRECISION
);
CREATE UNIQUE INDEX "incident_log_seq_key" ON "incident_log" ("incident_id", "seq");
CREATE UNIQUE INDEX "incident_log_client_msg_key" ON "incident_log" ("incident_id", "client_msg_id");

-- What was said stays as it was said: a correction is an entry of its own.
CREATE FUNCTION "refuse_log_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'pinned' = to_jsonb(OLD) - 'pinned' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'entries of an incident log can only be added and pinned';
END;
$$;
CREATE TRIGGER "incident_log_append_only" BEFORE UPDATE OR DELETE ON "incident_log"
  FOR EACH ROW EXECUTE FUNCTION "refuse_log_change"();

CREATE TABLE "status_codes" (
  "code" TEXT PRIMARY KEY,
  "text" TEXT NOT NULL,
  "state" TEXT NOT NULL,
  "requires_note" BOOLEAN NOT NULL DEFAULT false,
  "requires_minutes" BOOLEAN NOT NULL DEFAULT false,
  "warn_seconds" INTEGER CHECK ("warn_seconds" > 0),
  "alert_seconds" INTEGER CHECK ("alert_seconds" > 0),
  "position" INTEGER NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1
);

CREATE TABLE "settings" (
  "key" TEXT PRIMARY KEY,
  "value" JSONB NOT NULL,
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now()
);

CREATE TABLE "units" (
  "id" TEXT PRIMARY KEY,
  "call_sign" TEXT NOT NULL UNIQUE,
  "name" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "station" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "code" TEXT NOT NULL,
  "state" TEXT NOT NULL,
  "status_since" TIMESTAMPTZ(3) NOT NULL,
  "note" TEXT,
  "available_at" TIMESTAMPTZ(3),
  "incident_id" TEXT REFERENCES "incidents" ("id"),
  "assigned_at" TIMESTAMPTZ(3),
  "ack_level" TEXT,
  "ack_at" TIMESTAMPTZ(3),
  "ack_by_id" TEXT REFERENCES "users" ("id"),
  "ack_note" TEXT,
  "muted_until" TIMESTAMPTZ(3),
  "lat" DOUBLE PRECISION CHECK ("lat" BETWEEN -90 AND 90),
  "lng" DOUBLE PRECISION CHECK ("lng" BETWEEN -180 AND 180)
);
CREATE INDEX "units_incident_idx" ON "units" ("incident_id");

CREATE TABLE "unit_status_history" (
  "id" BIGSERIAL PRIMARY KEY,
  "unit_id" TEXT NOT NULL REFERENCES "units" ("id"),
  "code" TEXT NOT NULL,
  "state" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "note" TEXT,
  "incident_id" TEXT,
  "actor_id" TEXT,
  "actor_name" TEXT NOT NULL
);
CREATE INDEX "unit_status_history_unit_idx" ON "unit_status_history" ("unit_id", "at" DESC);
CREATE INDEX "unit_status_history_at_idx" ON "unit_status_history" ("at" DESC);

CREATE TABLE "bonfires" (
  "id" TEXT PRIMARY KEY,
  "version" INTEGER NOT NULL DEFAULT 1,
  "status" TEXT NOT NULL CHECK ("status" IN ('registered', 'active', 'overdue', 'reported_extinguished', 'closed', 'cancelled', 'rejected', 'escalated')),
  "status_since" TIMESTAMPTZ(3) NOT NULL,
  "status_reason" TEXT,
  "name" TEXT NOT NULL,
  "phone" TEXT NOT NULL,
  "address" TEXT NOT NULL,
  "lat" DOUBLE PRECISION CHECK ("lat" BETWEEN -90 AND 90),
  "lng" DOUBLE PRECISION CHECK ("lng" BETWEEN -180 AND 180),
  "municipality" TEXT NOT NULL,
  "starts_at" TIMESTAMPTZ(3) NOT NULL,
  "ends_at" TIMESTAMPTZ(3) NOT NULL CHECK ("ends_at" > "starts_at"),
  "material" TEXT NOT NULL,
  "extent" TEXT NOT NULL,
  "extinguishing" TEXT NOT NULL,
  "responsible" TEXT NOT NULL,
  "landowner_consent" BOOLEAN NOT NULL,
  "source" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "created_by_id" TEXT REFERENCES "users" ("id"),
  "client_msg_id" TEXT UNIQUE,
  "incident_id" TEXT REFERENCES "incidents" ("id")
);
CREATE INDEX "bonfires_status_idx" ON "bonfires" ("status", "starts_at");
CREATE INDEX "bonfires_starts_idx" ON "bonfires" ("starts_at" DESC, "id" DESC);
