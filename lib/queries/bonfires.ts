import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { bonfireAnswerSchema, bonfireListSchema, bonfireOneSchema, heldBonfiresSchema, heldDecidedSchema, publicBonfireAnswerSchema } from '@/lib/protocol/board-answers';
import type { CreateBonfire, DecideHeld, TransitionBonfire } from '@/lib/protocol/bonfire';
import { request } from './http';

/** Cache keys of bonfire notices. `open` is what the board shows, kept by the snapshot and the stream. */
export const bonfireKeys = {
  all: ['bonfires'] as const,
  open: ['bonfires', 'open'] as const,
  lists: ['bonfires', 'list'] as const,
  list: (view: BonfireView) => ['bonfires', 'list', view] as const,
  days: ['bonfires', 'day'] as const,
  day: (day: string) => ['bonfires', 'day', day] as const,
  held: ['bonfires', 'held'] as const,
  heldCount: ['bonfires', 'held-count'] as const,
  one: (bonfireId: string) => ['bonfires', 'one', bonfireId] as const,
};

export type BonfireView = 'open' | 'all';

/** Notices of fires that burn or will, by their start. */
export const openBonfiresQuery = queryOptions({
  queryKey: bonfireKeys.open,
  queryFn: ({ signal }) => request('/api/bonfires?view=open&limit=500', bonfireListSchema, { signal }),
});

/** Notices page by page, the latest start first. */
export function bonfireListQuery(view: BonfireView) {
  return infiniteQueryOptions({
    queryKey: bonfireKeys.list(view),
    queryFn: ({ pageParam, signal }) =>
      request(`/api/bonfires?view=${view}${pageParam ? `&before=${encodeURIComponent(pageParam)}` : ''}`, bonfireListSchema, { signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
  });
}

/** Notices that touch one calendar day, `YYYY-MM-DD` in Norway. */
export function bonfireDayQuery(day: string) {
  return queryOptions({
    queryKey: bonfireKeys.day(day),
    queryFn: ({ signal }) => request(`/api/bonfires?day=${day}&limit=500`, bonfireListSchema, { signal }),
  });
}

/** One notice. */
export function bonfireQuery(bonfireId: string) {
  return queryOptions({
    queryKey: bonfireKeys.one(bonfireId),
    queryFn: ({ signal }) => request(`/api/bonfires/${encodeURIComponent(bonfireId)}`, bonfireOneSchema, { signal }),
  });
}

/** Registers a notice taken by telephone. Repeating the same `clientMsgId` registers one. */
export function createBonfire(bonfire: CreateBonfire) {
  return request('/api/bonfires', bonfireAnswerSchema, { method: 'POST', body: bonfire });
}

/** Moves a notice on; see BONFIRE_TRANSITIONS. */
export function transitionBonfire(bonfireId: string, transition: TransitionBonfire) {
  return request(`/api/bonfires/${encodeURIComponent(bonfireId)}/transitions`, bonfireAnswerSchema, { method: 'POST', body: transition });
}

/** Registers a notice without signing in. */
export function sendPublicBonfire(bonfire: CreateBonfire) {
  return request('/api/public/bonfires', publicBonfireAnswerSchema, { method: 'POST', body: bonfire });
}

/** The notices that wait for a look. For those who handle notices. */
export const heldBonfiresQuery = queryOptions({
  queryKey: bonfireKeys.held,
  queryFn: ({ signal }) => request('/api/bonfires/held', heldBonfiresSchema, { signal }),
});

/** How many do; kept by the snapshot and the stream, never asked for. */
export const heldCountQuery = queryOptions({ queryKey: bonfireKeys.heldCount, queryFn: () => Promise.resolve(0), enabled: false });

/** Takes held notices in, or refuses them. */
export function decideHeldBonfires(decision: DecideHeld) {
  return request('/api/bonfires/held', heldDecidedSchema, { method: 'POST', body: decision });
}
