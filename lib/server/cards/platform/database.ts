import 'server-only';
import { cutText } from '@/lib/core/cut-text';
import { defineCard, type ValueOf } from '../define';
import { askDatabase } from './ask-database';

const SHOWN_TABLES = 15;
const MANY_CONNECTIONS = 0.8;

interface Whole {
  bytes: number;
  used: number;
  most: number;
}

interface TableRow {
  name: string;
  entries: number;
  bytes: number | null;
  indexes: number | null;
  total: number;
}

/** How big the database is, and what in it. */
export const databaseSize = defineCard({
  key: 'database',
  tab: 'platform',
  title: 'Database',
  about: 'The size of the database and of its biggest tables, and how many of its connections are in use, now. Rows are counted by the database’s own estimate.',
  view: 'table',
  wide: true,
  ttlMs: 5 * 60_000,
  permission: 'metrics.read',
  watches: [],
  async compute({ signal }): Promise<ValueOf<'table'>> {
    const [whole, tables] = await askDatabase(signal, (database) =>
      Promise.all([
        database.$queryRaw<Whole[]>`
          SELECT pg_database_size(current_database())::float8 AS bytes, current_setting('max_connections')::int AS most,
            (SELECT count(*)::int FROM pg_stat_activity WHERE backend_type = 'client backend') AS used`,
        // After a crash the counted rows begin at none; what the last analysis estimated is nearer then.
        database.$queryRaw<TableRow[]>`
          SELECT CASE n.nspname WHEN current_schema() THEN c.relname ELSE n.nspname || '.' || c.relname END AS name,
            greatest(CASE WHEN coalesce(s.n_live_tup, 0) = 0 THEN c.reltuples ELSE s.n_live_tup END, 0)::float8 AS entries,
            pg_total_relation_size(c.oid)::float8 AS bytes, pg_indexes_size(c.oid)::float8 AS indexes, (count(*) OVER ())::int AS total
          FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_stat_user_tables s ON s.relid = c.oid
          WHERE c.relkind IN ('r', 'm') AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
          ORDER BY bytes DESC NULLS LAST, name LIMIT ${SHOWN_TABLES}`,
      ]),
    );
    const { bytes = null, used = 0, most = 0 } = whole[0] ?? {};
    const crowded = used > most * MANY_CONNECTIONS;
    return {
      headline: { value: bytes, unit: 'bytes', tone: crowded ? 'warning' : 'plain', words: `${used} of ${most} connections are in use.${crowded ? ' Few are left: look at who holds them.' : ''}` },
      columns: [
        { label: 'Table', kind: 'text' },
        { label: 'Rows, about', kind: 'count' },
        { label: 'Size', kind: 'bytes' },
        { label: 'Of it indexes', kind: 'bytes' },
      ],
      rows: tables.map((table) => [cutText(table.name, 130), Math.round(table.entries), table.bytes, table.indexes]),
      total: tables[0]?.total ?? 0,
      empty: 'There are no tables.',
    };
  },
});
