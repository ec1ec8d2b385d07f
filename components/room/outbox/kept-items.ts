import { parseJson } from '@/lib/core/parse-json';
import { outboxItemSchema, type OutboxItem } from './outbox-item';

/** What is used of `localStorage`. */
export type KeyValue = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** The items of one user, wherever they are kept. */
export interface KeptItems {
  /** In the order in which they go out. */
  all(): OutboxItem[];
  get(clientMsgId: string): OutboxItem | undefined;
  put(item: OutboxItem): void;
  remove(clientMsgId: string): void;
}

const PREFIX = 'watchroom.outbox.room';

/** Whether a key of the storage belongs to somebody's outbox. */
export function isOutboxKey(key: string | null, userId: string): boolean {
  return key === null || key.startsWith(`${PREFIX}.${userId}.`);
}

/**
 * Keeps each item under a key of its own, so that two tabs that write at once cannot take each other's items away.
 * What the storage does not take (full, forbidden) is held in memory: it then lives as long as the page.
 */
export function keepItems(storage: KeyValue | null, userId: string): KeptItems {
  const held = new Map<string, OutboxItem>();
  const keyOf = (clientMsgId: string) => `${PREFIX}.${userId}.${clientMsgId}`;

  const read = (key: string): OutboxItem | undefined => {
    try {
      const parsed = outboxItemSchema.safeParse(parseJson(storage?.getItem(key) ?? 'null'));
      return parsed.success ? parsed.data : undefined;
    } catch {
      return undefined;
    }
  };

  const keys = (): string[] => {
    try {
      const found = Array.from({ length: storage?.length ?? 0 }, (_, index) => storage?.key(index) ?? '');
      return found.filter((key) => key.startsWith(`${PREFIX}.${userId}.`));
    } catch {
      return [];
    }
  };

  return {
    all() {
      const stored = keys()
        .map(read)
        .filter((item) => item !== undefined);
      const unstored = [...held.values()].filter((item) => !stored.some(({ entry }) => entry.clientMsgId === item.entry.clientMsgId));
      return [...stored, ...unstored].sort(byOrder);
    },
    get: (clientMsgId) => read(keyOf(clientMsgId)) ?? held.get(clientMsgId),
    put(item) {
      const { clientMsgId } = item.entry;
      try {
        if (!storage) throw new Error('There is no storage.');
        storage.setItem(keyOf(clientMsgId), JSON.stringify(item));
        held.delete(clientMsgId);
      } catch {
        held.set(clientMsgId, item);
      }
    },
    remove(clientMsgId) {
      held.delete(clientMsgId);
      try {
        storage?.removeItem(keyOf(clientMsgId));
      } catch {
        // A storage that cannot be written holds nothing of this session either.
      }
    },
  };
}

function byOrder(a: OutboxItem, b: OutboxItem): number {
  return a.order - b.order || (a.entry.clientMsgId < b.entry.clientMsgId ? -1 : 1);
}
