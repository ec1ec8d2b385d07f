-- How each user wants each card kept, where it is not the default.
CREATE TABLE "card_preferences" (
  "user_id" TEXT NOT NULL REFERENCES "users" ("id"),
  "card_key" TEXT NOT NULL,
  "mode" TEXT NOT NULL CHECK ("mode" IN ('auto', 'manual', 'hidden')),
  PRIMARY KEY ("user_id", "card_key")
);
