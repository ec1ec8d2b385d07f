import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import type { CodesAnswer, UnitList } from '@/lib/protocol/board-answers';
import { unitKeys } from '@/lib/queries/units';
import { putCodes } from './unit-handlers';

const version = (codesVersion: number): CodesAnswer => ({ codes: [], policy: codesVersion % 2 === 0 ? 'warn' : 'enforce', codesVersion });

function after(...given: CodesAnswer[]): Partial<UnitList> | undefined {
  const queryClient = new QueryClient();
  queryClient.setQueryData<UnitList>(unitKeys.all, { items: [], cursor: null, ...version(1) });
  for (const one of given) putCodes(queryClient, one);
  return queryClient.getQueryData<UnitList>(unitKeys.all);
}

describe('the cached codes', () => {
  it('are the newest, in whatever order answers and events arrive', () => {
    expect(after(version(2), version(3))).toMatchObject(version(3));
    expect(after(version(3), version(2))).toMatchObject(version(3));
    expect(after(version(3), version(3))).toMatchObject(version(3));
  });

  it('are what comes from a server that does not number them', () => {
    expect(after(version(3), version(0))).toMatchObject(version(0));
  });
});
