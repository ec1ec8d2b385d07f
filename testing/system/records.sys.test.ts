import { beforeAll, describe, expect, it } from 'vitest';
import { flashAnswerSchema } from '@/lib/protocol/answers';
import { withClient } from '../database';
import { people, type Person } from '../person';
import { useBoard } from '../use-board';

const RELAY_LOCK = 7_114_001;

interface AuditRow {
  readonly action: string;
  readonly actor_name: string;
  readonly role: string | null;
  readonly outcome: string;
  readonly user_agent: string | null;
}

describe('what is written down', () => {
  const board = useBoard();
  let supervisor: Person;
  let dispatcher: Person;
  beforeAll(async () => {
    [supervisor, dispatcher] = (await people(board().app.url, 'supervisor', 'dispatcher1')) as [Person, Person];
  });
  const auditOf = (id: string) => board().sql<AuditRow>('SELECT * FROM audit_entries WHERE target_id = $1 ORDER BY id', [id]);

  it('a message, its receipts, its event and its audit entry come from one transaction', async () => {
    await withClient(board().databaseUrl, async (client) => {
      // Holding the relay back keeps the event's row as it was committed.
      await client.query('SELECT pg_advisory_lock($1)', [RELAY_LOCK]);
      const answer = await supervisor.post('/api/flash', { level: 'info', title: 'One transaction' });
      expect(answer.status).toBe(201);
      const { flash, delivery } = flashAnswerSchema.parse(answer.json());
      expect(delivery).toBe('queued');
      const { rows } = await client.query<{ xmin: string }>(
        `SELECT xmin::text FROM flash WHERE id = $1
         UNION SELECT xmin::text FROM flash_receipts WHERE flash_id = $1
         UNION SELECT xmin::text FROM audit_entries WHERE target_id = $1
         UNION SELECT xmin::text FROM outbox_events WHERE json LIKE '%' || $1 || '%'`,
        [flash.id],
      );
      expect(rows).toHaveLength(1);
      const { rows: waiting } = await client.query<{ sent_at: Date | null }>(`SELECT sent_at FROM outbox_events WHERE json LIKE '%' || $1 || '%'`, [flash.id]);
      expect(waiting).toEqual([{ sent_at: null }]);
    });
  });

  it('a message whose audit entry cannot be written is not sent, and nothing of it stays', async () => {
    const count = () => board().sql('SELECT (SELECT count(*) FROM flash) AS flash, (SELECT count(*) FROM outbox_events) AS events, (SELECT count(*) FROM flash_receipts) AS receipts');
    const before = await count();
    await board().sql(`CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no room'; END $$`);
    await board().sql('CREATE TRIGGER full_disk BEFORE INSERT ON audit_entries FOR EACH ROW EXECUTE FUNCTION full_disk()');
    try {
      const answer = await supervisor.post('/api/flash', { level: 'info', title: 'Never sent' });
      expect(answer.status).toBe(500);
      expect(answer.json()).toEqual({ error: { code: 'internal', message: expect.any(String) } });
      expect(answer.text).not.toMatch(/no room|trigger|at /);
    } finally {
      await board().sql('DROP TRIGGER full_disk ON audit_entries');
    }
    expect(await count()).toEqual(before);
  });

  it('every act on a message has an entry with who, as what and from where', async () => {
    const flash = await supervisor.flash({ level: 'critical', title: 'Audited', requiresAck: true });
    await dispatcher.mark(flash.id, 'displayed');
    await dispatcher.mark(flash.id, 'ack');
    await dispatcher.mark(flash.id, 'ack');
    await supervisor.post(`/api/flash/${flash.id}/recall`, {}, { headers: { 'user-agent': 'Radio room 2' } });
    await supervisor.post(`/api/flash/${flash.id}/recall`);
    const rows = await auditOf(flash.id);
    expect(rows.map((row) => [row.action, row.role, row.outcome])).toEqual([
      ['flash.send', 'supervisor', 'success'],
      ['flash.ack', 'dispatcher', 'success'],
      ['flash.recall', 'supervisor', 'success'],
    ]);
    expect(rows[2]?.user_agent).toBe('Radio room 2');
  });

  it('the web server has an account that can only add to records', async () => {
    const rows = await board().sql<{ usename: string }>(`SELECT DISTINCT usename FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`);
    expect(rows).toEqual([{ usename: 'watchroom_app' }]);
  });

  it('what the board does by itself is signed with its own name', async () => {
    const stream = await supervisor.listen();
    const at = new Date(Date.now() + 300).toISOString();
    const flash = await supervisor.flash({ level: 'info', title: 'By itself', startsAt: at, expiresAt: new Date(Date.now() + 600).toISOString() });
    await stream.waitForEvent('flash.updated', (event) => (event.data as { flash: { id: string; status: string } }).flash.status === 'expired');
    const rows = await auditOf(flash.id);
    expect(rows.map((row) => row.action)).toEqual(['flash.schedule', 'flash.send', 'flash.expire']);
    expect(rows.slice(1).map((row) => [row.actor_name, row.role])).toEqual([['Watchroom', null], ['Watchroom', null]]);
  });

  it('the database refuses to change or remove audit entries, whoever asks', async () => {
    const [before] = await board().sql<{ count: string }>('SELECT count(*) FROM audit_entries');
    expect(Number(before?.count)).toBeGreaterThan(0);
    for (const statement of ["UPDATE audit_entries SET summary = 'nothing'", 'DELETE FROM audit_entries', 'TRUNCATE audit_entries', 'DELETE FROM audit_entries WHERE false']) {
      await expect(board().sql(statement)).rejects.toThrow('audit entries can only be added');
    }
    const [after] = await board().sql<{ count: string }>("SELECT count(*) FROM audit_entries WHERE summary <> 'nothing'");
    expect(after).toEqual(before);
  });

  it('what happens to one message is heard in the order it happened, however many are sent at once', async () => {
    const stream = await dispatcher.listen();
    await Promise.all(
      Array.from({ length: 15 }, async (_, index) => {
        const flash = await supervisor.flash({ level: 'ok', title: `Parallel ${index}` });
        await dispatcher.mark(flash.id, 'delivered');
        await supervisor.post(`/api/flash/${flash.id}/recall`);
      }),
    );
    await supervisor.broadcast('fence');
    await stream.waitForEvent('test.broadcast');
    const lives = new Map<string, string[]>();
    for (const { type, data } of stream.events().slice(0, -1)) {
      const { flash, receipt } = data as { flash?: { id: string }; receipt?: { flashId: string } };
      const id = flash?.id ?? receipt?.flashId ?? '';
      lives.set(id, [...(lives.get(id) ?? []), type]);
    }
    expect([...lives.values()]).toEqual(Array(15).fill(['flash.sent', 'flash.receipt', 'flash.recalled']));
    const [row] = await board().sql<{ waiting: string }>('SELECT count(*) AS waiting FROM outbox_events WHERE sent_at IS NULL');
    expect(row?.waiting).toBe('0');
  });
});
