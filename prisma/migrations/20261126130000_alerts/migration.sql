-- Alerts that senders such as Alertmanager have reported, one row for each fingerprint: the incident that stands for it.
CREATE TABLE "alerts" (
  "fingerprint" TEXT PRIMARY KEY,
  "incident_id" TEXT NOT NULL REFERENCES "incidents" ("id"),
  "starts_at" TIMESTAMPTZ(3) NOT NULL,
  "ended_at" TIMESTAMPTZ(3),
  "facts" JSONB NOT NULL DEFAULT '[]'
);

CREATE INDEX "alerts_incident_idx" ON "alerts" ("incident_id");
CREATE INDEX "alerts_ended_idx" ON "alerts" ("ended_at");

-- What was reported before this table: the latest incident of each fingerprint.
INSERT INTO "alerts" ("fingerprint", "incident_id", "starts_at", "ended_at")
SELECT DISTINCT ON (1)
  substring("external_id" from '^alertmanager:([0-9A-Za-z]+)@'),
  "id",
  to_timestamp(substring("external_id" from '@(-?\d+)$')::numeric / 1000),
  "completed_at"
FROM "incidents"
WHERE "source" = 'api' AND "external_id" ~ '^alertmanager:[0-9A-Za-z]+@-?\d+$'
ORDER BY 1, "created_at" DESC, "id";
