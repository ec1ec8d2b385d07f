'use client';

import { Play } from 'lucide-react';
import { useId } from 'react';
import { Button } from '@/components/ui/button';
import { formatTime } from '@/components/ui/format-time';
import { Switch } from '@/components/ui/switch';
import { setPreferences, usePreferences } from '@/stores/preferences';
import { sound, useSound } from './sound-engine';
import { SOUND_GROUPS } from './sound-look';
import { SoundMark } from './sound-mark';

/** Sound on or off, how loud, a try of each level, and what made the last sounds. */
export function SoundSettings() {
  const { soundOn, volume } = usePreferences();
  const trail = useSound((state) => state.trail);
  const id = useId();

  return (
    <div className="grid gap-3">
      <label className="flex items-center justify-between gap-3">
        <span className="font-medium">Alarm sounds</span>
        <Switch checked={soundOn} onChange={(event) => setPreferences({ soundOn: event.target.checked })} />
      </label>
      <div className="grid gap-1">
        <label htmlFor={id} className="flex justify-between text-text-muted">
          Volume <span className="figures">{Math.round(volume * 100)} %</span>
        </label>
        <input
          id={id}
          type="range"
          min={0.05}
          max={1}
          step={0.05}
          value={volume}
          disabled={!soundOn}
          onChange={(event) => setPreferences({ volume: Number(event.target.value) })}
          className="accent-accent"
        />
      </div>
      {SOUND_GROUPS.map(({ label, kinds }) => (
        <div key={label} className="grid gap-1">
          <h3 className="text-xs font-medium text-text-muted">{label}</h3>
          <div role="group" aria-label={`Try a sound: ${label}`} className="grid grid-cols-2 gap-1.5">
            {kinds.map((kind) => (
              <Button key={kind} size="sm" disabled={!soundOn} onClick={() => sound(kind, 'Test', true)} className="justify-start">
                <Play aria-hidden size={16} className="text-text-muted" />
                <SoundMark kind={kind} words />
              </Button>
            ))}
          </div>
        </div>
      ))}
      <div className="grid gap-1">
        <h3 className="text-xs font-medium text-text-muted">Last sounds</h3>
        {trail.length === 0 ? <p className="text-text-muted">None since this page was opened.</p> : null}
        <ul>
          {trail.map(({ at, kind, cause }) => (
            <li key={`${at} ${kind}`} className="flex h-6 items-center gap-2">
              <span className="figures text-text-muted">{formatTime(at)}</span>
              <SoundMark kind={kind} />
              <span className="truncate">{cause}</span>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
