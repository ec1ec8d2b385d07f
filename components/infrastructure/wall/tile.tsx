import { Age } from '@/components/ui/age';
import { cn } from '@/components/ui/cn';
import { Shape } from '@/components/ui/shape';
import { TONE_TEXT } from '@/components/ui/tone-text';
import type { Service } from '@/lib/protocol/infrastructure';
import { pendingWords } from '../pending-words';
import { formatLatency } from '../share-words';
import { STATE_LOOK } from '../state-look';

const FRAME: Readonly<Record<Service['state'], string>> = {
  up: 'bg-surface-raised',
  warn: 'border-warning/60 bg-warning/10',
  down: 'border-transparent bg-critical-fill text-on-critical',
  unknown: 'border-stale/60 bg-stale/10',
  maintenance: 'border-info/45 bg-info/8',
  paused: 'bg-surface text-text-muted',
};

interface TileProps {
  readonly service: Service;
}

/** One service to be read from across the room. Its type grows with the tile. */
export function Tile({ service: { name, state, since, latency_ms, message, pending } }: TileProps) {
  const { shape, word, tone } = STATE_LOOK[state];
  const isDown = state === 'down';
  return (
    <li className={cn('min-h-40 min-w-0 rounded-md border [container-type:size]', FRAME[state])}>
      <div className="flex h-full flex-col justify-between gap-[2cqh] p-[5cqmin]">
        <h2 className="truncate text-[clamp(24px,min(9.5cqw,15cqh),64px)] leading-[1.15] font-semibold">{name}</h2>
        <p className={cn('flex items-center gap-[0.35em] font-semibold', word.length > 8 ? 'text-[clamp(28px,min(22cqh,11cqw),96px)]' : 'text-[clamp(28px,min(22cqh,16cqw),96px)]', 'leading-[1.2]', isDown ? '' : TONE_TEXT[tone])}>
          <Shape name={shape} className="size-[0.7em]" />
          <span className="truncate">{word}</span>
        </p>
        <p className={cn('flex min-w-0 items-baseline justify-between gap-x-[1em] text-[clamp(24px,min(7cqw,10cqh),44px)] leading-[1.2]', isDown ? '' : 'text-text-muted')}>
          <span className="figures">{latency_ms === null || state === 'paused' ? '' : formatLatency(latency_ms)}</span>
          {since === null ? null : <Age since={since} className="truncate" />}
        </p>
        <p title={message ?? undefined} className="line-clamp-2 h-[2.4em] text-[clamp(16px,min(5.5cqw,7.5cqh),32px)] leading-[1.2]">
          {[pending ? pendingWords(pending) : null, message].filter(Boolean).join(' · ')}
        </p>
      </div>
    </li>
  );
}
