-- Sign-ins that were ended by signing out: their tokens are refused until they run out by themselves.
CREATE TABLE "ended_sessions" (
  "id" TEXT PRIMARY KEY,
  "user_id" TEXT NOT NULL REFERENCES "users" ("id") ON DELETE CASCADE,
  "ended_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "until" TIMESTAMPTZ(3) NOT NULL
);
CREATE INDEX "ended_sessions_until_idx" ON "ended_sessions" ("until");
