import type { QueryClient } from '@tanstack/react-query';
import type { EventHandlers } from '@/lib/client/event-router';
import { noteWarmed, noteWarming } from '@/stores/card-warming';
import { updateCard } from './card-cache';

/** What events about cards do to this screen. Fences decide what is newer, so any of them may come late or twice. */
export function cardHandlers(queryClient: QueryClient) {
  return {
    // Somebody was given what every screen holds already.
    'cache:hit': () => undefined,
    'cache:miss': ({ data: { key, computing } }) => updateCard(queryClient, key, { what: 'miss', computing }),
    'cache:done': ({ data: { key, result, stale } }) => {
      updateCard(queryClient, key, { what: 'done', result, stale });
      noteWarmed([key]);
    },
    'cache:error': ({ data: { key, error } }) => {
      updateCard(queryClient, key, { what: 'error', error });
      noteWarmed([key]);
    },
    'cache:bust': ({ data: { keys, stale } }) => {
      for (const key of keys) updateCard(queryClient, key, { what: 'stale', stale });
    },
    'state:stale': ({ data: { key, stale } }) => updateCard(queryClient, key, { what: 'stale', stale }),
    'sys:warming': ({ data: { keys }, timestamp }) => noteWarming(keys, Date.parse(timestamp)),
    'sys:warm': ({ data: { keys } }) => noteWarmed(keys),
  } satisfies Partial<EventHandlers>;
}
