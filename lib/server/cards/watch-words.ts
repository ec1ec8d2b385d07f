import 'server-only';
import { EVENTS, isEventType } from '@/lib/protocol/events';
import type { Watched } from './define';

const TOPIC_WORDS: Readonly<Record<string, string>> = {
  flash: 'messages',
  incidents: 'incidents',
  room: 'rooms',
  units: 'units',
  bonfires: 'bonfire notices',
  infra: 'infrastructure',
  admin: 'accounts',
};

/** What a card watches, in words for a person, each once. */
export function watchWords(watches: readonly Watched[]): string[] {
  return [...new Set(watches.map(wordsOf))];
}

function wordsOf(watched: Watched): string {
  if (watched.startsWith('file:')) return `the file ${watched.slice('file:'.length)}`;
  if (isEventType(watched)) return TOPIC_WORDS[EVENTS[watched].topic] ?? EVENTS[watched].topic;
  return watched;
}
