'use client';

import { Dialog } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';
import type { KeyBinding } from '@/components/ui/keys/key-matcher';
import { useKeyRegistry } from '@/components/ui/keys/key-registry';
import { Switch } from '@/components/ui/switch';
import { setPreferences, usePreferences } from '@/stores/preferences';

interface KeysSheetProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** All keys that do something on this page, and a switch to turn single keys off. */
export function KeysSheet({ open, onOpenChange }: KeysSheetProps) {
  const groups = useKeyRegistry((state) => state.groups);
  const keysOn = usePreferences((state) => state.keysOn);
  const first = new Map(groups.flat().toReversed().map((binding) => [binding.keys, binding]));
  const bindings = [...first.values()].sort((a, b) => a.keys.localeCompare(b.keys));
  const isGoing = ({ keys }: KeyBinding) => keys.startsWith('g ');
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Keys" description="They work wherever nobody is typing." className="max-w-sm">
      {/* What acts here is wanted most. */}
      <KeyList title="On this page" bindings={bindings.filter((binding) => !isGoing(binding))} />
      <KeyList title="To other pages" bindings={bindings.filter(isGoing)} />
      <label className="flex items-center justify-between gap-3 border-t pt-3 text-sm">
        Single keys act at once
        <Switch checked={keysOn} onChange={(event) => setPreferences({ keysOn: event.target.checked })} />
      </label>
    </Dialog>
  );
}

interface KeyListProps {
  readonly title: string;
  readonly bindings: readonly KeyBinding[];
}

function KeyList({ title, bindings }: KeyListProps) {
  if (bindings.length === 0) return null;
  return (
    <section className="grid gap-2">
      <h3 className="text-xs font-medium text-text-muted">{title}</h3>
      <dl className="grid grid-cols-[4.5rem_1fr] items-center gap-x-4 gap-y-2 text-sm">
        {bindings.map(({ keys, label }) => (
          <div key={keys} className="contents">
            <dt>
              <span className="sr-only">{keys.replace(/^Arrow/, 'Arrow ')}</span>
              <Kbd keys={keys} className="pointer-coarse:inline-flex" />
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
