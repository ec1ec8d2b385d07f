-- A code that was taken off the list stays for the units that stand under it, with its text and its limits.
ALTER TABLE "status_codes" ADD COLUMN "colour" TEXT CHECK ("colour" ~ '^#[0-9a-f]{6}$');
ALTER TABLE "status_codes" ADD COLUMN "removed_at" TIMESTAMPTZ(3);

-- "ab" and "AB" are one code to somebody who types it.
CREATE UNIQUE INDEX "status_codes_spelling_key" ON "status_codes" (lower("code")) WHERE "removed_at" IS NULL;
