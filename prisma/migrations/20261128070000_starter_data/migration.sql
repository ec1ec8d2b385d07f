-- What every board begins with. A migration runs once on each database, whatever starts it, so what is
-- removed or edited later never comes back. A board that has rows of its own is left as it is.

-- The codes of a Norwegian fire service; admins edit them. 'A' is set by the system alone.
INSERT INTO "status_codes" ("code", "text", "state", "requires_note", "requires_minutes", "warn_seconds", "alert_seconds", "position")
SELECT * FROM (VALUES
  ('1', 'Rykker ut', 'en_route', false, false, 1200, 2400, 0),
  ('2', 'Fremme', 'on_scene', false, false, 1800, 5400, 1),
  ('3', 'Ikke klar', 'limited', false, false, 1800, 7200, 2),
  ('4', 'Disponibel skadested', 'on_scene_available', false, false, 3600, 10800, 3),
  ('5', 'Ledig', 'available_mobile', false, false, NULL, NULL, 4),
  ('6', 'Ledig på stasjon', 'available_station', false, false, NULL, NULL, 5),
  ('7', 'Ute av drift', 'out_of_service', true, false, NULL, NULL, 6),
  ('8', 'Beredskap', 'standby', false, false, NULL, NULL, 7),
  ('9', 'Beredskap på stasjon', 'standby_station', false, false, NULL, NULL, 8),
  ('0', 'Disponibel om x min', 'available_delayed', false, true, 3600, 7200, 9),
  ('A', 'Varslet', 'alerted', false, false, 90, 240, 10)
) AS "starter"
WHERE NOT EXISTS (SELECT 1 FROM "status_codes");

-- Texts that every room needs sooner or later.
INSERT INTO "flash_templates" ("id", "name", "level", "title", "body", "audience", "requires_ack")
SELECT gen_random_uuid()::text, "starter".* FROM (VALUES
  ('Radio fallback', 'critical', 'Radio network down: switch to the fallback talk group', 'Confirm on the fallback group, then acknowledge here.', ARRAY['dispatcher', 'supervisor'], true),
  ('Severe weather', 'warning', 'Severe weather warning in force', 'Expect more calls about water, wind and blocked roads. Check the stand-by roster.', ARRAY['observer', 'dispatcher', 'supervisor', 'admin'], false),
  ('Shift handover', 'info', 'Handover in 15 minutes', 'Bring your open incidents up to date.', ARRAY['dispatcher', 'supervisor'], false),
  ('All clear', 'ok', 'Situation resolved, back to normal operation', '', ARRAY['observer', 'dispatcher', 'supervisor', 'admin'], false)
) AS "starter"
WHERE NOT EXISTS (SELECT 1 FROM "flash_templates")
  AND NOT EXISTS (SELECT 1 FROM "audit_entries" WHERE "action" = 'flash.template.delete');
