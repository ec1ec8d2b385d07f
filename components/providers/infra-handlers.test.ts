import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { infraKeys } from '@/lib/queries/infrastructure';
import { infraHandlers } from './infra-handlers';

it('a service that changes has its outages asked for anew, and no other has (A17)', () => {
  const queryClient = new QueryClient();
  for (const id of ['a', 'b']) queryClient.setQueryData(infraKeys.outages(id), { items: [] });
  const data = { id: 'a', key: 'a', name: 'A', from: 'down', to: 'up', at: '2026-11-26T12:00:00.000Z', message: null, incident: null } as const;
  infraHandlers(queryClient)['server.status.changed']({ id: 'e', type: 'server.status.changed', data, timestamp: data.at });
  expect(['a', 'b'].map((id) => queryClient.getQueryState(infraKeys.outages(id))?.isInvalidated)).toEqual([true, false]);
});
