import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { entryAnswerSchema, logAnswerSchema, presenceAnswerSchema } from '@/lib/protocol/board-answers';
import type { WriteEntry } from '@/lib/protocol/room';
import { request } from './http';

/** Cache keys of incident rooms. */
export const roomKeys = {
  all: ['rooms'] as const,
  log: (incidentId: string) => ['rooms', 'log', incidentId] as const,
  present: (incidentId: string) => ['rooms', 'present', incidentId] as const,
};

/** A room's whole log, in pages by `seq`: the first page is the newest, older ones follow on demand. */
export function roomLogQuery(incidentId: string) {
  return infiniteQueryOptions({
    queryKey: roomKeys.log(incidentId),
    queryFn: ({ pageParam, signal }) =>
      request(`${pathOf(incidentId)}/log?${pageParam === null ? 'last' : `before=${pageParam}`}`, logAnswerSchema, { signal }),
    initialPageParam: null as number | null,
    getNextPageParam: (oldest) => {
      const first = oldest.items[0]?.seq ?? 1;
      return first > 1 ? first : undefined;
    },
  });
}

/** Entries after a `seq`, oldest first. */
export function fetchLogAfter(incidentId: string, seq: number, signal?: AbortSignal) {
  return request(`${pathOf(incidentId)}/log?after=${seq}`, logAnswerSchema, signal ? { signal } : {});
}

/** Who has a room open, as the stream last told. */
export function presentQuery(incidentId: string) {
  return queryOptions({
    queryKey: roomKeys.present(incidentId),
    queryFn: async () => (await tellPresence(incidentId)).present,
  });
}

/** Says that this user has the room open; to be repeated every PRESENCE_EVERY_MS. */
export function tellPresence(incidentId: string) {
  return request(`${pathOf(incidentId)}/presence`, presenceAnswerSchema, { method: 'POST', body: {} });
}

/** Says that this user no longer has the room open. */
export function leavePresence(incidentId: string) {
  return request(`${pathOf(incidentId)}/presence`, presenceAnswerSchema, { method: 'DELETE' });
}

/** Adds an entry. Repeating the same `clientMsgId` adds one. */
export function writeEntry(incidentId: string, entry: WriteEntry, timeoutMs: number) {
  return request(`${pathOf(incidentId)}/log`, entryAnswerSchema, { method: 'POST', body: entry, timeoutMs });
}

/** Pins an entry, or takes the pin away. */
export function pinEntry(incidentId: string, entryId: string, pinned: boolean) {
  return request(`${pathOf(incidentId)}/log/${encodeURIComponent(entryId)}/pin`, entryAnswerSchema, { method: 'POST', body: { pinned } });
}

function pathOf(incidentId: string): string {
  return `/api/incidents/${encodeURIComponent(incidentId)}`;
}
