'use client';

import { CommandLine } from '@/components/command/command-line';
import { Clock } from '@/components/ui/clock';
import { Brand } from './brand';
import { ConnectionIndicator } from './connection-indicator';
import { DemoBadge } from './demo-badge';
import { LiveCounts } from './live-counts';
import { HeaderLinks } from './navigation-links';
import { SoundChip } from './sound/sound-chip';
import { UserMenu } from './user-menu';

interface HeaderProps {
  readonly onShowKeys: () => void;
}

/** The line that is always there: where one is, what is on, whether it is live, what time it is. */
export function Header({ onShowKeys }: HeaderProps) {
  return (
    <header className="relative flex h-12 shrink-0 items-center gap-2 border-b bg-surface-raised px-3 sm:gap-3 xl:px-4">
      <div className="xl:w-43">
        <Brand compact />
      </div>
      <nav aria-label="Pages" className="flex min-w-0 items-center gap-1 max-sm:hidden xl:hidden">
        <HeaderLinks />
      </nav>
      <LiveCounts />
      <DemoBadge />
      <div className="ml-auto flex items-center gap-1 sm:gap-2">
        <CommandLine />
        <SoundChip />
        <ConnectionIndicator />
        <Clock className="px-1 text-md font-semibold" />
        <UserMenu onShowKeys={onShowKeys} />
      </div>
    </header>
  );
}
