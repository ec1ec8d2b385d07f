'use client';

import { RotateCw } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Kbd } from '@/components/ui/kbd';
import { useKey } from '@/components/ui/keys/use-key';
import { isThere, useNewerVersion } from '@/stores/newer-version';
import { reloadPage } from './reload-mark';
import { useQuietReload } from './use-quiet-reload';

const KEYS = 'g v';

interface VersionWatchProps {
  readonly userId: string;
}

/** Follows whether the server has a newer version of this page: says so to readers, gives it a key, loads it by itself when nobody would notice. */
export function VersionWatch({ userId }: VersionWatchProps) {
  const there = useNewerVersion(isThere);
  useQuietReload(userId);
  useKey(KEYS, 'Load the newer version', reloadPage, there);
  return (
    <p role="status" aria-label="Version" className="sr-only">
      {there ? 'A newer version is there.' : ''}
    </p>
  );
}

interface NewerVersionProps {
  readonly className?: string;
}

/** Says that a newer version is there, with the button that loads it. It stands where nothing else does, so that nothing moves. */
export function NewerVersion({ className }: NewerVersionProps) {
  const there = useNewerVersion(isThere);
  if (!there) return null;
  return (
    <div role="group" aria-label="Newer version" className={cn('text-sm text-text-muted', className)}>
      <span>A newer version is there</span>
      <Button size="sm" aria-keyshortcuts={KEYS} onClick={reloadPage}>
        <RotateCw aria-hidden size={16} />
        Reload
        <Kbd keys={KEYS} />
      </Button>
    </div>
  );
}
