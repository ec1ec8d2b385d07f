'use client';

import { useSearchParams } from 'next/navigation';

/** A value kept in the address, so that it can be linked and gone back to. Setting it asks the server for nothing. */
export function useAddressParam(name: string): [value: string | null, set: (value: string | null) => void] {
  const value = useSearchParams().get(name);
  const set = (next: string | null) => {
    const params = new URLSearchParams(window.location.search);
    if (next === null) params.delete(name);
    else params.set(name, next);
    const query = params.toString();
    window.history.pushState(null, '', query ? `?${query}` : window.location.pathname);
  };
  return [value, set];
}
