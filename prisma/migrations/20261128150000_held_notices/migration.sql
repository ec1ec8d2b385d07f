-- Notices of strangers beyond a burst wait until somebody has looked at them.
ALTER TABLE "bonfires" ADD COLUMN "held" BOOLEAN NOT NULL DEFAULT false;

-- What waits, the oldest first; and how many strangers have sent lately.
CREATE INDEX "bonfires_held_idx" ON "bonfires" ("held", "created_at");
CREATE INDEX "bonfires_source_idx" ON "bonfires" ("source", "created_at");
