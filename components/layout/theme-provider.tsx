'use client';

import { ThemeProvider as NextThemes } from 'next-themes';
import type { ReactNode } from 'react';

// The script does its work in the server's markup, before the first paint. Where the browser itself makes the page
// anew it does nothing, and React says so as an error; as data it is passed over in silence.
const scriptProps = typeof window === 'undefined' ? {} : { type: 'application/json' };

/** Sets the theme before the first paint and remembers it. Dark unless chosen otherwise. */
export function ThemeProvider({ children }: { readonly children: ReactNode }) {
  return (
    <NextThemes attribute="data-theme" defaultTheme="dark" storageKey="watchroom.theme" disableTransitionOnChange scriptProps={scriptProps}>
      {children}
    </NextThemes>
  );
}
