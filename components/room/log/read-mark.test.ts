import { expect, it } from 'vitest';
import { loadReadMark, saveReadMark, type MarkStorage } from './read-mark';

function storage(): MarkStorage {
  const map = new Map<string, string>();
  return { getItem: (key) => map.get(key) ?? null, setItem: (key, value) => void map.set(key, value) };
}

it('remembers for each user and room how far they read, and never goes back', () => {
  const kept = storage();
  expect(loadReadMark(kept, 'u1', 'i1')).toBeNull();
  saveReadMark(kept, 'u1', 'i1', 12);
  saveReadMark(kept, 'u1', 'i1', 7);
  expect(loadReadMark(kept, 'u1', 'i1')).toBe(12);
  expect(loadReadMark(kept, 'u2', 'i1')).toBeNull();
  expect(loadReadMark(kept, 'u1', 'i2')).toBeNull();
});

it('takes what is no number for nothing', () => {
  const kept = storage();
  kept.setItem('watchroom.read.room.u1.i1', 'soon');
  expect(loadReadMark(kept, 'u1', 'i1')).toBeNull();
});
