import { create } from 'zustand';
import type { FlashLevel } from '@/lib/protocol/flash';
import { usePreferences } from '@/stores/preferences';
import { patternMs, SOUND_PATTERNS, type Tone } from './sound-patterns';
import { ownsSound, takeSound } from './sound-owner';

/** A sound that was made, and what made it. `at`: browser time in milliseconds. */
export interface SoundMade {
  readonly level: FlashLevel;
  readonly cause: string;
  readonly at: number;
}

interface SoundState {
  /** `blocked` until the browser lets sound through: it wants a click or a key first. */
  readonly state: 'blocked' | 'armed' | 'unsupported';
  /** The last sounds, newest first. */
  readonly trail: readonly SoundMade[];
}

const TRAIL_LENGTH = 6;

/** Whether this tab can make itself heard, and what it was heard for. */
export const useSound = create<SoundState>(() => ({ state: 'blocked', trail: [] }));

let context: AudioContext | null = null;
let busyUntil = 0;

/** Asks the browser to let sound through. Works only from a click or a key. */
export async function armSound(): Promise<void> {
  if (typeof AudioContext === 'undefined') return useSound.setState({ state: 'unsupported' });
  context ??= watched(new AudioContext());
  await context.resume().catch(() => {});
  followContext();
}

/** Sounds a level's pattern if sound is on, armed and this tab's to make. `cause` says what for. */
export function sound(level: FlashLevel, cause: string, always = false): void {
  const { soundOn, volume } = usePreferences.getState();
  if (!context || context.state !== 'running' || !soundOn || (!always && !ownsSound())) return;
  const now = Date.now();
  if (now < busyUntil) return;
  busyUntil = now + patternMs(level);
  for (const tone of SOUND_PATTERNS[level]) playTone(context, tone, volume);
  useSound.setState(({ trail }) => ({ trail: [{ level, cause, at: now }, ...trail].slice(0, TRAIL_LENGTH) }));
}

function playTone(audio: AudioContext, tone: Tone, volume: number): void {
  const start = audio.currentTime + 0.02 + tone.atMs / 1_000;
  const end = start + tone.forMs / 1_000;
  const oscillator = audio.createOscillator();
  const gain = audio.createGain();
  oscillator.type = 'triangle';
  oscillator.frequency.value = tone.hz;
  // Ramps instead of steps: a step is heard as a click.
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(volume, start + 0.012);
  gain.gain.setValueAtTime(volume, end - 0.03);
  gain.gain.linearRampToValueAtTime(0, end);
  oscillator.connect(gain).connect(audio.destination);
  oscillator.start(start);
  oscillator.stop(end);
}

function watched(audio: AudioContext): AudioContext {
  audio.addEventListener('statechange', followContext);
  return audio;
}

function followContext(): void {
  const armed = context?.state === 'running';
  if (armed) takeSound();
  useSound.setState({ state: armed ? 'armed' : 'blocked' });
}
