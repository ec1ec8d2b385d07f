'use client';

import { useRouter } from 'next/navigation';
import { create } from 'zustand';
import { isAway } from '@/components/ui/away';

interface Wanted {
  /** The last address that the server was asked for, path and query; null once it is there. */
  readonly href: string | null;
  /** Whether this page has ever changed its address without the server. */
  readonly hasStoodIn: boolean;
}

export const useWanted = create<Wanted>(() => ({ href: null, hasStoodIn: false }));

/** Notes where somebody wants to go, in case the server cannot be reached on the way. */
export function noteWanted(href: string): void {
  if (href !== here()) useWanted.setState({ href });
}

/** Goes to an address of the board without the server: the frame draws the page from what this tab knows. */
export function standAt(href: string): void {
  useWanted.setState({ href: null, hasStoodIn: true });
  if (href !== here()) window.history.pushState(null, '', href);
}

/** Goes to an address of the board, by the server or without it. */
export function useGo(): (href: string) => void {
  const router = useRouter();
  return (href) => {
    if (isAway()) return standAt(href);
    noteWanted(href);
    router.push(href);
  };
}

function here(): string {
  return window.location.pathname + window.location.search;
}
