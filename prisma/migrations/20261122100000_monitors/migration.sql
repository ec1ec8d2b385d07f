-- What is watched, what was seen of it, and when it may fail without anybody being called.

CREATE TABLE "monitors" (
  "id" TEXT PRIMARY KEY,
  "key" TEXT NOT NULL UNIQUE,
  "version" INTEGER NOT NULL DEFAULT 1,
  "name" TEXT NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('http', 'tcp', 'dns', 'tls', 'push', 'postgres', 'redis', 'stream', 'system')),
  "config" JSONB NOT NULL,
  "secret" TEXT,
  "interval_ms" INTEGER NOT NULL CHECK ("interval_ms" BETWEEN 2000 AND 86400000),
  "timeout_ms" INTEGER NOT NULL CHECK ("timeout_ms" BETWEEN 100 AND "interval_ms"),
  "warn_latency_ms" INTEGER,
  "on_down" JSONB NOT NULL,
  "is_public" BOOLEAN NOT NULL DEFAULT FALSE,
  "builtin" BOOLEAN NOT NULL DEFAULT FALSE,
  "position" INTEGER NOT NULL,
  "push_token" TEXT UNIQUE,
  "push_at" TIMESTAMPTZ(3),
  "push_outcome" TEXT CHECK ("push_outcome" IN ('ok', 'warn', 'fail')),
  "push_message" TEXT,
  "push_ping_ms" DOUBLE PRECISION,
  "paused_at" TIMESTAMPTZ(3),
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "created_by_id" TEXT REFERENCES "users" ("id")
);

CREATE SEQUENCE "collector_fence";

-- Where each monitor's state machine stands. Written by whoever holds the collector's lease; an older fence is refused.
CREATE TABLE "monitor_states" (
  "monitor_id" TEXT PRIMARY KEY REFERENCES "monitors" ("id") ON DELETE CASCADE,
  "state" TEXT NOT NULL CHECK ("state" IN ('unknown', 'up', 'warn', 'down')),
  "since" TIMESTAMPTZ(3),
  "announced" TEXT CHECK ("announced" IN ('up', 'warn', 'down')),
  "ok_run" INTEGER NOT NULL,
  "warn_run" INTEGER NOT NULL,
  "fail_run" INTEGER NOT NULL,
  "bad_run" INTEGER NOT NULL,
  "sampled_at" TIMESTAMPTZ(3),
  "latency_ms" DOUBLE PRECISION,
  "message" TEXT,
  "incident_id" TEXT REFERENCES "incidents" ("id"),
  "fence" BIGINT NOT NULL
);

CREATE TABLE "monitor_samples" (
  "monitor_id" TEXT NOT NULL REFERENCES "monitors" ("id") ON DELETE CASCADE,
  "slot" TIMESTAMPTZ(3) NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "outcome" TEXT NOT NULL CHECK ("outcome" IN ('ok', 'warn', 'fail')),
  "state" TEXT NOT NULL CHECK ("state" IN ('unknown', 'up', 'warn', 'down', 'maintenance')),
  "latency_ms" DOUBLE PRECISION,
  "message" TEXT,
  PRIMARY KEY ("monitor_id", "slot")
);
CREATE INDEX "monitor_samples_slot_idx" ON "monitor_samples" ("slot");

CREATE TABLE "monitor_rollups" (
  "resolution" TEXT NOT NULL CHECK ("resolution" IN ('minute', 'hour')),
  "monitor_id" TEXT NOT NULL REFERENCES "monitors" ("id") ON DELETE CASCADE,
  "from_at" TIMESTAMPTZ(3) NOT NULL,
  "up" INTEGER NOT NULL,
  "warn" INTEGER NOT NULL,
  "down" INTEGER NOT NULL,
  "unknown" INTEGER NOT NULL,
  "maintenance" INTEGER NOT NULL,
  "latency_sum" DOUBLE PRECISION NOT NULL,
  "latency_count" INTEGER NOT NULL,
  "latency_max" DOUBLE PRECISION,
  PRIMARY KEY ("resolution", "monitor_id", "from_at")
);
CREATE INDEX "monitor_rollups_from_idx" ON "monitor_rollups" ("resolution", "from_at");

CREATE TABLE "maintenance_windows" (
  "id" TEXT PRIMARY KEY,
  "title" TEXT NOT NULL,
  "monitor_ids" TEXT[] NOT NULL,
  "starts_at" TIMESTAMPTZ(3) NOT NULL,
  "ends_at" TIMESTAMPTZ(3) NOT NULL CHECK ("ends_at" > "starts_at"),
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "created_by_id" TEXT NOT NULL REFERENCES "users" ("id")
);
CREATE INDEX "maintenance_windows_ends_idx" ON "maintenance_windows" ("ends_at");

-- An incident from outside is found again by what the outside calls it.
CREATE INDEX "incidents_external_idx" ON "incidents" ("source", "external_id") WHERE "external_id" IS NOT NULL;

-- Seven services that mean something on every installation.
INSERT INTO "monitors" ("id", "key", "name", "kind", "config", "interval_ms", "timeout_ms", "warn_latency_ms", "on_down", "is_public", "builtin", "position") VALUES
  ('builtin-database', 'database', 'Database', 'postgres', '{"kind":"postgres"}', 2000, 2000, 500, '{"flash":false,"incident":false,"priority":"P2"}', TRUE, TRUE, 1),
  ('builtin-redis', 'redis', 'Redis', 'redis', '{"kind":"redis"}', 2000, 2000, 500, '{"flash":false,"incident":false,"priority":"P2"}', TRUE, TRUE, 2),
  ('builtin-stream', 'stream', 'Event stream', 'stream', '{"kind":"stream"}', 2000, 2000, 1000, '{"flash":false,"incident":false,"priority":"P2"}', TRUE, TRUE, 3),
  ('builtin-web', 'web', 'Web app', 'http', '{"kind":"http","url":"/sign-in","method":"GET","statusFrom":200,"statusTo":299,"keyword":"Watchroom","keywordAbsent":false,"json":null}', 2000, 2000, 1500, '{"flash":false,"incident":false,"priority":"P2"}', TRUE, TRUE, 4),
  ('builtin-sign-in', 'sign-in', 'Sign-in', 'http', '{"kind":"http","url":"/api/auth/providers","method":"GET","statusFrom":200,"statusTo":299,"keyword":null,"keywordAbsent":false,"json":{"pointer":"/credentials/id","equals":"credentials"}}', 2000, 2000, 1500, '{"flash":false,"incident":false,"priority":"P2"}', TRUE, TRUE, 5),
  ('builtin-names', 'names', 'Name resolution', 'dns', '{"kind":"dns","name":"localhost","record":"ADDRESS","expects":null}', 2000, 2000, 1000, '{"flash":false,"incident":false,"priority":"P2"}', TRUE, TRUE, 6),
  ('builtin-machine', 'machine', 'Disk and memory', 'system', '{"kind":"system","diskWarn":85,"diskFail":95,"memoryWarn":90,"memoryFail":97}', 4000, 4000, NULL, '{"flash":false,"incident":false,"priority":"P2"}', TRUE, TRUE, 7);

-- Watchroom itself, for what it says by itself. Nobody can sign in with it.
INSERT INTO "users" ("id", "email", "name", "role", "password_hash", "disabled_at", "updated_at")
VALUES ('watchroom', 'watchroom@localhost', 'Watchroom', 'supervisor', 'none', CURRENT_TIMESTAMP, CURRENT_TIMESTAMP);
