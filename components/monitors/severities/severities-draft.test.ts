import { describe, expect, it } from 'vitest';
import { DEFAULT_SEVERITIES } from '@/lib/protocol/alert-severities';
import { draftOfSeverities, readySeveritiesSchema } from './severities-draft';

describe('what severities mean, as it is typed', () => {
  it('comes back as it was', () => {
    expect(readySeveritiesSchema.parse(draftOfSeverities(DEFAULT_SEVERITIES))).toEqual(DEFAULT_SEVERITIES);
  });

  it('may have commas too many, capitals, and the same word twice', () => {
    expect(readySeveritiesSchema.parse({ P1: ' Critical,, FATAL ;critical, ', P2: '', P3: '', P4: '', otherwise: 'P4' })).toEqual({ P1: ['critical', 'fatal'], P2: [], P3: [], P4: [], otherwise: 'P4' });
  });

  it('with one word for two priorities is refused beside the second', () => {
    const { error } = readySeveritiesSchema.safeParse({ P1: 'high', P2: 'High', P3: '', P4: '', otherwise: 'P3' });
    expect(error?.issues).toMatchObject([{ path: ['P2'], message: expect.stringContaining('already means P1') }]);
  });
});
