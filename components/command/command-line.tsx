'use client';

import { SquareChevronRight } from 'lucide-react';
import { useEffect } from 'react';
import { Kbd } from '@/components/ui/kbd';
import { useKey } from '@/components/ui/keys/use-key';
import { Tooltip } from '@/components/ui/tooltip';
import { CommandBar } from './command-bar';
import { openCommand, useCommand } from './command-state';

/** One line for everything: its button in the header, its keys, and the line over the header while it is open. */
export function CommandLine() {
  const open = useCommand((state) => state.open);
  useKey('/', 'Command line', openCommand);
  // Only told here: keys with Ctrl are heard below, while somebody types as well.
  useKey('Ctrl K', 'Command line, while typing too', openCommand);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      openCommand();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <>
      <Tooltip label="Command line" keys="/">
        <button
          type="button"
          aria-label="Command line"
          aria-keyshortcuts="/ Control+K"
          aria-expanded={open}
          onClick={openCommand}
          className="inline-flex h-8 items-center gap-2 rounded-md px-1.5 text-sm text-text-muted hover:bg-text/8 hover:text-text 2xl:w-52 2xl:border 2xl:border-line-strong 2xl:bg-field 2xl:px-2.5"
        >
          <SquareChevronRight aria-hidden size={16} />
          <span aria-hidden className="max-2xl:hidden">
            R21 2, new p1 fire
          </span>
          <Kbd keys="/" className="ml-auto max-2xl:hidden" />
        </button>
      </Tooltip>
      {open ? <CommandBar /> : null}
    </>
  );
}
