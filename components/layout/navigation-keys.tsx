'use client';

import { useLiveSeed } from '@/components/flash/live-seed';
import { useGo } from '@/components/offline/go';
import { useKey } from '@/components/ui/keys/use-key';
import { navigationFor, type NavigationEntry } from './navigation';

/** The keys that open pages. */
export function NavigationKeys() {
  const { me } = useLiveSeed();
  return navigationFor(me.role).map((entry) => <NavigationKey key={entry.href} entry={entry} />);
}

function NavigationKey({ entry }: { readonly entry: NavigationEntry }) {
  const go = useGo();
  useKey(entry.keys, `Go to ${entry.label}`, () => go(entry.href));
  return null;
}
