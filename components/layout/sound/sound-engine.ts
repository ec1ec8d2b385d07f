import { create } from 'zustand';
import { usePreferences } from '@/stores/preferences';
import { patternMs, SOUND_PATTERNS, soundRank, type SoundKind, type Tone } from './sound-patterns';
import { ownsSound, takeSound } from './sound-owner';

/** A sound that was made, and what made it. `at`: browser time in milliseconds. */
export interface SoundMade {
  readonly kind: SoundKind;
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
let playing: { readonly kind: SoundKind; readonly until: number } | null = null;

/** Asks the browser to let sound through. Works only from a click or a key. */
export async function armSound(): Promise<void> {
  if (typeof AudioContext === 'undefined') return useSound.setState({ state: 'unsupported' });
  context ??= watched(new AudioContext());
  await context.resume().catch(() => {});
  followContext();
}

/** Sounds a pattern if sound is on, armed and this tab's to make. `cause` says what for. */
export function sound(kind: SoundKind, cause: string, always = false): void {
  const { soundOn, volume } = usePreferences.getState();
  if (!context || context.state !== 'running' || !soundOn || (!always && !ownsSound())) return;
  const now = Date.now();
  // One at a time, but nothing urgent is lost behind something that is not.
  if (playing && now < playing.until && soundRank(kind) >= soundRank(playing.kind)) return;
  playing = { kind, until: now + patternMs(kind) };
  for (const tone of SOUND_PATTERNS[kind]) playTone(context, tone, volume);
  useSound.setState(({ trail }) => ({ trail: [{ kind, cause, at: now }, ...trail].slice(0, TRAIL_LENGTH) }));
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
