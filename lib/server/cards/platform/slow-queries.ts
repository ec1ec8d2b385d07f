import 'server-only';
import { defineCard, type ValueOf } from '../define';
import { askDatabase } from './ask-database';
import { sqlStateOf } from './sql-state';
import { fromStatistics, runningNow, statisticsSchema } from './slow-statements';
import { statementText } from './statement-text';

const TEXT_LENGTH = 120;
/** The extension is there, but its library was not loaded when the database started; or the version has other columns. */
const UNUSABLE: ReadonlySet<string | null> = new Set(['55000', '42703', '42P01']);

/** What the database spends its time on. */
export const slowQueries = defineCard({
  key: 'slow-queries',
  tab: 'platform',
  title: 'Slow queries',
  about: 'The statements that take longest on average, where the database keeps statistics of them; else those that have been running for more than a second now. Values are left out.',
  view: 'table',
  wide: true,
  ttlMs: 60_000,
  permission: 'metrics.read',
  watches: [],
  async compute({ signal }) {
    const schema = await askDatabase(signal, statisticsSchema);
    if (schema === null) return runningValue(signal, 'The extension pg_stat_statements is not there');
    try {
      return await statisticsValue(signal, schema);
    } catch (error) {
      if (!UNUSABLE.has(sqlStateOf(error))) throw error;
      return runningValue(signal, 'The extension pg_stat_statements is there but not loaded');
    }
  },
});

async function statisticsValue(signal: AbortSignal, schema: string): Promise<ValueOf<'table'>> {
  const rows = await askDatabase(signal, (database) => fromStatistics(database, schema));
  return {
    headline: { value: rows[0]?.mean ?? null, unit: 'milliseconds', tone: 'plain', words: 'The slowest statement on average, by pg_stat_statements, since its statistics were last reset.' },
    columns: [
      { label: 'Statement', kind: 'text' },
      { label: 'Calls', kind: 'count' },
      { label: 'On average', kind: 'milliseconds' },
      { label: 'Longest', kind: 'milliseconds' },
      { label: 'In all', kind: 'milliseconds' },
    ],
    rows: rows.map((row) => [shownText(row.text), row.calls, row.mean, row.longest, row.total]),
    total: rows[0]?.statements ?? 0,
    empty: 'No statement has been counted yet.',
  };
}

async function runningValue(signal: AbortSignal, why: string): Promise<ValueOf<'table'>> {
  const rows = await askDatabase(signal, runningNow);
  return {
    headline: { value: rows.length, unit: 'count', tone: rows.length > 0 ? 'info' : 'ok', words: `${why}, so these are the statements that have been running for more than a second at this moment.` },
    columns: [
      { label: 'Statement', kind: 'text' },
      { label: 'Running for', kind: 'milliseconds' },
      { label: 'Waits for', kind: 'text' },
    ],
    rows: rows.map((row) => [shownText(row.text), row.ms, row.waits]),
    total: rows[0]?.statements ?? 0,
    empty: 'No statement has been running for more than a second.',
  };
}

function shownText(text: string | null): string {
  return !text || text.startsWith('<insufficient privilege>') ? 'Of another database user, who may not be read. The role pg_monitor would permit it.' : statementText(text, TEXT_LENGTH);
}
