import type { CardTone, CardValueOf } from '@/lib/protocol/card-value';

/** How one line of a chart is drawn: a token of the theme, and dashes so that no line is told by colour alone. */
export interface LineLook {
  readonly token: string;
  readonly dash: readonly number[];
}

const TOKENS: Readonly<Record<CardTone, string>> = { plain: '--accent', ok: '--ok', info: '--info', warning: '--warning', critical: '--critical' };
/** For lines of the normal state after the first. */
const MORE_TOKENS = ['--accent', '--text-muted', '--stale', '--info'] as const;
const DASHES: readonly (readonly number[])[] = [[], [6, 4], [2, 3], [9, 3, 2, 3]];

/** The looks of a chart's lines, in order. */
export function lineLooks(series: CardValueOf<'lines'>['series']): LineLook[] {
  return series.map(({ tone }, index) => ({
    token: tone === 'plain' ? (MORE_TOKENS[index] ?? '--accent') : TOKENS[tone],
    dash: DASHES[index] ?? [],
  }));
}
