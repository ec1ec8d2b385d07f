'use client';

import { useKey } from '@/components/ui/keys/use-key';
import { canAnswer, canCorrect, type EntryCommands } from './entry-commands';
import type { EntryView, LogRow, LogView } from './log-view';

interface EntryKeysInput {
  readonly view: LogView;
  readonly selectedKey: string | null;
  readonly onSelect: (index: number) => void;
  readonly commands: EntryCommands;
}

/** Walks through the entries and acts on the selected one. `r` without one answers the oldest open request. */
export function useEntryKeys({ view, selectedKey, onSelect, commands }: EntryKeysInput): void {
  const { rows } = view;
  const at = selectedKey === null ? -1 : rows.findIndex(({ key }) => key === selectedKey);
  const selected = entryOf(rows[at]);
  const { answer, correct, pin } = commands;

  const move = (by: 1 | -1) => {
    let index = at === -1 ? (by === -1 ? rows.length - 1 : rows.length) : at + by;
    while (rows[index] && !entryOf(rows[index])) index += by;
    if (rows[index]) onSelect(index);
  };
  useKey('j', 'Next entry', () => move(1));
  useKey('k', 'Previous entry', () => move(-1));
  useKey('r', 'Answer the request, or the oldest open one', () => {
    const target = selected && canAnswer(selected, commands) ? selected : view.open[0];
    if (target) answer?.(target);
  }, answer !== null);
  useKey('c', 'Correct the entry', () => {
    if (selected && canCorrect(selected, commands)) correct?.(selected);
  }, correct !== null);
  useKey('p', 'Pin the entry, or take the pin away', () => {
    if (selected) pin?.(selected.entry);
  }, pin !== null);
}

function entryOf(row: LogRow | undefined): EntryView | null {
  return row?.type === 'entry' ? row.view : null;
}
