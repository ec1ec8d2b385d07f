'use client';

import { Dialog } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';
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
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Keys" description="They work wherever nobody is typing." className="max-w-sm">
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2 text-sm">
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
      <label className="flex items-center justify-between gap-3 border-t pt-3 text-sm">
        Single keys act at once
        <Switch checked={keysOn} onChange={(event) => setPreferences({ keysOn: event.target.checked })} />
      </label>
    </Dialog>
  );
}
