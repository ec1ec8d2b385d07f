import { expect, test } from 'vitest';
import { memoryShare } from './memory-share';
import { judgeSystem, probeSystem } from './system';
import { configOf } from './testing/configs';

const system = configOf('system');

test.each([
  [0.849, 0.899, 'ok', null],
  [0.85, 0.5, 'warn', 'The disk is 85 % full.'],
  [0.949, 0.5, 'warn', 'The disk is 94 % full.'],
  [0.95, 0.5, 'fail', 'The disk is 95 % full.'],
  [0.5, 0.9, 'warn', '90 % of the memory is used.'],
  [0.5, 0.97, 'fail', '97 % of the memory is used.'],
  [0.86, 0.98, 'fail', 'The disk is 86 % full. 98 % of the memory is used.'],
])('a disk of %d and a memory of %d', (disk, memory, outcome, message) => {
  expect(judgeSystem(system, { disk, memory })).toEqual({ outcome, latencyMs: null, message });
});

const meminfo = 'MemTotal:        1000 kB\nMemFree:           50 kB\nMemAvailable:     400 kB\n';
const nothing = { meminfo: null, groupMax: null, groupCurrent: null, groupStat: null };

test('the memory of the machine is what the system could not give back', () => {
  expect(memoryShare({ ...nothing, meminfo })).toBeCloseTo(0.6);
});

test('a group with a limit counts when it is the fuller one', () => {
  const group = { groupMax: '1000\n', groupCurrent: '900\n', groupStat: 'anon 700\ninactive_file 100\nactive_file 100\n' };
  expect(memoryShare({ ...group, meminfo })).toBeCloseTo(0.8);
  expect(memoryShare({ ...group, groupCurrent: '300\n', meminfo })).toBeCloseTo(0.6);
  expect(memoryShare({ ...group, meminfo: null, groupStat: null })).toBeCloseTo(0.9);
});

test('a group without a limit says nothing', () => {
  expect(memoryShare({ meminfo, groupMax: 'max\n', groupCurrent: '900\n', groupStat: null })).toBeCloseTo(0.6);
  expect(memoryShare(nothing)).toBeNull();
});

test('this machine can be looked at, and a limit of one percent is passed', async () => {
  const look = await probeSystem(configOf('system', { diskWarn: 99, diskFail: 100, memoryWarn: 1, memoryFail: 2 }));
  expect(look).toMatchObject({ outcome: 'fail', latencyMs: null, message: expect.stringMatching(/\d+ % of the memory is used\.$/) });
});

test('a data folder that is not there is an error', async () => {
  const before = process.env.WATCHROOM_DATA;
  process.env.WATCHROOM_DATA = '/no/such/folder';
  try {
    await expect(probeSystem(system)).rejects.toMatchObject({ code: 'ENOENT' });
  } finally {
    if (before === undefined) delete process.env.WATCHROOM_DATA;
    else process.env.WATCHROOM_DATA = before;
  }
});
