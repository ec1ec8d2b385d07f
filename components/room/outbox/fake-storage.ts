import type { KeyValue } from './kept-items';

/** A storage for tests: two of them made from one map are two tabs of one browser. */
export function fakeStorage(map = new Map<string, string>(), roomFor = Infinity): KeyValue {
  return {
    get length() {
      return map.size;
    },
    key: (index) => [...map.keys()][index] ?? null,
    getItem: (key) => map.get(key) ?? null,
    setItem(key, value) {
      if (!map.has(key) && map.size >= roomFor) throw new DOMException('full', 'QuotaExceededError');
      map.set(key, value);
    },
    removeItem: (key) => void map.delete(key),
  };
}
