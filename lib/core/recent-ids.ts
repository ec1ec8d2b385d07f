/** Remembers the last ids it was told, up to `capacity`. */
export interface RecentIds {
  /** True the first time an id is told, false while it is remembered. */
  isNew(id: string): boolean;
}

/** A memory of ids that forgets the oldest first. */
export function createRecentIds(capacity: number): RecentIds {
  const ids = new Set<string>();
  return {
    isNew(id) {
      if (ids.has(id)) return false;
      ids.add(id);
      const oldest = ids.values().next();
      if (ids.size > capacity && !oldest.done) ids.delete(oldest.value);
      return true;
    },
  };
}
