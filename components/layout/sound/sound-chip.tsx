'use client';

import { Volume2, VolumeX } from 'lucide-react';
import { cn } from '@/components/ui/cn';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover';
import { usePreferences } from '@/stores/preferences';
import { armSound, useSound } from './sound-engine';
import { SoundSettings } from './sound-settings';

// As wide in every state, so that the header stays put.
const chip = 'relative inline-flex h-8 w-8.5 shrink-0 items-center gap-1.5 overflow-hidden rounded-md border px-2 text-sm whitespace-nowrap hover:bg-text/8 xl:w-25 2xl:w-48';

/** Whether alarms can be heard. Says so plainly while they cannot, and arms them with one click. */
export function SoundChip() {
  const state = useSound((sound) => sound.state);
  const soundOn = usePreferences((preferences) => preferences.soundOn);

  if (soundOn && state === 'blocked') {
    return (
      <button type="button" data-keeps-focus title="Sound is off until you click or press a key" onClick={() => void armSound()} className={cn(chip, 'border-warning/50 bg-warning/10 text-warning')}>
        <VolumeX aria-hidden size={16} />
        <span className="max-xl:sr-only">
          sound off<span className="max-2xl:sr-only"> – click to arm</span>
        </span>
      </button>
    );
  }
  const audible = soundOn && state === 'armed';
  return (
    <Popover>
      <PopoverTrigger aria-label={audible ? 'Sound is on' : 'Sound is off'} className={cn(chip, 'border-transparent text-text-muted')}>
        {audible ? <Volume2 aria-hidden size={16} /> : <VolumeX aria-hidden size={16} />}
        <span className="max-xl:hidden">{audible ? 'sound on' : state === 'unsupported' ? 'no sound' : 'sound off'}</span>
      </PopoverTrigger>
      <PopoverContent aria-label="Alarm sounds">
        <SoundSettings />
      </PopoverContent>
    </Popover>
  );
}
