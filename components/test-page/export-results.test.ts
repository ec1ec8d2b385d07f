import { describe, expect, it } from 'vitest';
import { resultsFile } from './export-results';
import { judge } from './results';
import { emptyRun, type Fired } from './run';
import { summarise } from './summary';

const fired: Fired[] = ['b1', 'b2'].map((id) => ({ id, label: id, sentAt: 5_000, expected: [{ id: 't', name: 'tab 1', mode: 'isolated' }] }));
const rows = judge({ ...emptyRun, fired, near: [{ broadcastId: 'b1', tab: 't', latencyMs: 12.4 }] }, 20_000);
const file = resultsFile({ rows, summary: summarise(rows, false) }, new Date(0), 'Browser/1', 'http://localhost');

describe('the exported file', () => {
  it('holds what the screen shows, to the millisecond', () => {
    expect(file).toMatchObject({
      at: '1970-01-01T00:00:00.000Z',
      limitMs: 1_000,
      summary: { broadcasts: 2, deliveries: 1, p50: 12, p95: 12, max: 12, missed: 1, doubled: 0, verdict: 'fail' },
      rows: [
        { id: 'b1', verdict: 'pass', missed: [], sentAt: '1970-01-01T00:00:05.000Z', cells: [{ tab: 'tab 1', where: 'isolated', state: 'heard', latencyMs: 12 }] },
        { id: 'b2', verdict: 'fail', missed: ['tab 1'], cells: [{ tab: 'tab 1', state: 'missed' }] },
      ],
    });
  });
});
