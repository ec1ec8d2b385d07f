-- A unit that is no longer there keeps its row, because its past names it.
ALTER TABLE "units" ADD COLUMN "retired_at" TIMESTAMPTZ(3);
