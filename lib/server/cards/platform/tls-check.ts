import type { LookupFunction } from 'node:net';
import { cutText } from '@/lib/core/cut-text';
import { judgeValidity } from '@/lib/server/monitoring/probes/certificate-validity';
import { errorWords } from '@/lib/server/monitoring/probes/error-words';
import type { Check } from '../pieces/checks-headline';
import { isLoopback, type Endpoint } from './hosts-of-settings';
import { readCertificate, type FoundCertificate } from './read-certificate';

const WARN_DAYS = 21;
const TIMEOUT_MS = 5_000;
const DAY_MS = 86_400_000;

/** What a check of TLS stands on. `ca`, `lookup`: what tests put in the place of this machine's. */
export interface TlsCheckInput {
  readonly now: number;
  readonly signal: AbortSignal;
  readonly ca?: string;
  readonly lookup?: LookupFunction;
}

/** Whether the way to a server is encrypted, and until when its certificate is valid. Rejects only when the signal aborts. */
export async function tlsCheck({ label, host, port, transport, isVerified }: Endpoint, { now, signal, ...parts }: TlsCheckInput): Promise<Check> {
  if (host === null) return { label, state: 'unknown', words: 'Its setting cannot be read as an address.' };
  if (transport === 'plain') {
    return isLoopback(host)
      ? { label, state: 'ok', words: 'Not encrypted, but it does not leave this machine.' }
      : { label, state: 'warning', words: 'Not encrypted, and it is another machine: whoever is on the way can listen. Use TLS, or make sure that the network is yours.' };
  }
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  try {
    return judged(label, await readCertificate({ host, port, transport, ...parts }, AbortSignal.any([signal, timeout])), isVerified, now);
  } catch (error) {
    signal.throwIfAborted();
    return { label, state: 'unknown', words: cutText(`Its certificate could not be looked at: ${timeout.aborted ? `no answer within ${TIMEOUT_MS / 1_000} s.` : lowerFirst(errorWords(error))}`, 240) };
  }
}

function judged(label: string, { validTo, distrust }: FoundCertificate, isVerified: boolean, now: number): Check {
  if (distrust !== null) {
    const words = errorWords(Object.assign(new Error('not trusted'), { code: distrust }));
    return isVerified ? { label, state: 'failed', words } : { label, state: 'warning', words: `${words} The settings take it all the same.` };
  }
  const { outcome, message } = judgeValidity(validTo, now, WARN_DAYS, 0);
  if (outcome === 'fail') return { label, state: 'failed', words: message ?? 'The certificate is not valid.' };
  const words = `The certificate is valid until ${new Date(validTo).toISOString().slice(0, 10)}, for ${Math.floor((validTo - now) / DAY_MS)} more days.`;
  return outcome === 'warn' ? { label, state: 'warning', words: `${words} See that it is renewed.` } : { label, state: 'ok', words };
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
