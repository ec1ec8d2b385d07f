'use client';

import { useEffect } from 'react';
import { subscribeToArrivals } from '@/components/flash/arrivals';
import { useLiveSeed } from '@/components/flash/live-seed';
import { useLiveEntries } from '@/components/flash/use-live-entries';
import { can } from '@/lib/protocol/permissions';
import { useArrivals } from '@/stores/arrivals';
import { armSound, sound, useSound } from './sound-engine';

const REPEAT_MS = 6_000;

/** Sounds each message that arrives, a critical one again and again until it is acknowledged, and what comes in for those who take it up. */
export function AlarmSound() {
  const { me } = useLiveSeed();
  const armed = useSound((state) => state.state === 'armed');
  const urgent = useLiveEntries().find((entry) => entry.state === 'alerting' && entry.flash.level === 'critical' && entry.flash.sound);
  const cause = urgent?.flash.title;

  useEffect(armOnFirstGesture, []);

  useEffect(
    () =>
      subscribeToArrivals((flash) => {
        const own = flash.createdBy.id === me.id;
        if (flash.sound && !own) sound(flash.level, flash.title);
      }),
    [me.id],
  );

  const takesUp = can(me.role, 'incidents.write');
  useEffect(() => {
    if (!takesUp) return;
    return useArrivals.subscribe(({ items }, before) => {
      for (const arrival of items) if (!before.items.includes(arrival)) sound(arrival.kind, arrival.title);
    });
  }, [takesUp]);

  useEffect(() => {
    if (cause === undefined || !armed) return;
    sound('critical', cause);
    const timer = setInterval(() => sound('critical', cause), REPEAT_MS);
    return () => clearInterval(timer);
  }, [cause, armed]);

  return null;
}

// Any click or key will do: nobody should have to know that browsers want one before they let sound through.
function armOnFirstGesture(): () => void {
  if (navigator.userActivation?.hasBeenActive) void armSound();
  const leaving = new AbortController();
  const onGesture = () => {
    if (useSound.getState().state !== 'armed') void armSound();
  };
  document.addEventListener('pointerdown', onGesture, { signal: leaving.signal });
  document.addEventListener('keydown', onGesture, { signal: leaving.signal });
  return () => leaving.abort();
}
