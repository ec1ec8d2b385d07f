'use client';

import { createContext, useContext } from 'react';
import type { Standing } from '../outdated-words';

const StandingContext = createContext<Standing>('current');

/** Tells all views within how far the card may be believed. */
export const StandingProvider = StandingContext.Provider;

/** How far the card may be believed that is drawn here. */
export function useStanding(): Standing {
  return useContext(StandingContext);
}
