'use client';

import { Keyboard, LogOut, UserRound } from 'lucide-react';
import { signOut } from 'next-auth/react';
import { ROLE_WORD } from '@/components/flash/audience-words';
import { useLiveSeed } from '@/components/flash/live-seed';
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuSeparator, DropdownMenuTrigger } from '@/components/ui/dropdown-menu';
import { Kbd } from '@/components/ui/kbd';
import { Timestamp } from '@/components/ui/timestamp';
import { can } from '@/lib/protocol/permissions';
import { SimulatorItem } from './simulator-item';
import { ThemeChoice } from './theme-choice';

interface UserMenuProps {
  readonly onShowKeys: () => void;
}

/** Who is signed in, how the board looks, and the way out. */
export function UserMenu({ onShowKeys }: UserMenuProps) {
  const { me, signedInUntil } = useLiveSeed();
  return (
    <DropdownMenu>
      <DropdownMenuTrigger aria-label={`${me.name}, ${ROLE_WORD[me.role]}: account and settings`} className="inline-flex h-8 items-center gap-2 rounded-md px-2 text-sm hover:bg-text/8">
        <UserRound aria-hidden size={16} className="text-text-muted" />
        <span className="max-w-40 truncate max-xl:hidden">{me.name}</span>
      </DropdownMenuTrigger>
      <DropdownMenuContent>
        <div className="px-2 py-1.5">
          <p className="font-medium">{me.name}</p>
          <p className="text-xs text-text-muted">
            {ROLE_WORD[me.role]} · {me.email}
          </p>
          <p className="text-xs text-text-muted">
            Signed in until <Timestamp at={signedInUntil} />
          </p>
        </div>
        <DropdownMenuSeparator />
        <ThemeChoice />
        {can(me.role, 'simulator.switch') ? <SimulatorItem /> : null}
        <DropdownMenuSeparator />
        <DropdownMenuItem onSelect={onShowKeys}>
          <Keyboard aria-hidden size={16} className="text-text-muted" />
          Keys
          <Kbd keys="?" className="ml-auto" />
        </DropdownMenuItem>
        <DropdownMenuItem onSelect={() => void signOut({ callbackUrl: '/sign-in' })}>
          <LogOut aria-hidden size={16} className="text-text-muted" />
          Sign out
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
