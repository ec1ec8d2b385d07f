-- What a search looks through: title and place in one spelling, written by the server (searchText of
-- lib/protocol/incident-search.ts). Empty for a row that the server has not seen yet; it fills those within seconds.
ALTER TABLE "incidents" ADD COLUMN "search" TEXT NOT NULL DEFAULT '';
CREATE INDEX "incidents_unsearchable_idx" ON "incidents" ("created_at" DESC) WHERE "search" = '';

-- Any part of a word is found by its trigrams, where the database has them and this account may take them into use.
-- Without them every row is read, which is slower and finds the same.
DO $$
BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
  CREATE INDEX "incidents_search_idx" ON "incidents" USING gin ("search" gin_trgm_ops);
EXCEPTION WHEN OTHERS THEN
  RAISE NOTICE 'Searches run without an index: %', SQLERRM;
END;
$$;
