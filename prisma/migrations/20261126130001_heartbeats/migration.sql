-- Heartbeats may be a month apart: 31 days in milliseconds pass an integer, a double holds them exactly.
ALTER TABLE "monitors" DROP CONSTRAINT "monitors_interval_ms_check";
ALTER TABLE "monitors" ALTER COLUMN "interval_ms" TYPE DOUBLE PRECISION;
ALTER TABLE "monitors" ADD CONSTRAINT "monitors_interval_ms_check"
  CHECK ("interval_ms" >= 2000 AND "interval_ms" <= CASE WHEN "kind" = 'push' THEN 2678400000 ELSE 86400000 END);

-- When a job last said that it starts.
ALTER TABLE "monitors" ADD COLUMN "push_started_at" TIMESTAMPTZ(3);
