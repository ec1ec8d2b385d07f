import { z } from 'zod';
import { instant } from './instant';

/** What a number counts or measures; a screen writes it accordingly. `ratio`: 0 to 1. */
const unitSchema = z.enum(['count', 'ratio', 'seconds', 'milliseconds', 'bytes', 'days']);
export type CardUnit = z.infer<typeof unitSchema>;

/** How much a figure wants to be looked at. `plain` is the normal state. */
const toneSchema = z.enum(['plain', 'ok', 'info', 'warning', 'critical']);
export type CardTone = z.infer<typeof toneSchema>;

const LABEL = z.string().min(1).max(80);
const WORDS = z.string().max(240);

/** A number with its name; null while there is nothing to count it from. */
const figureSchema = z.object({ label: LABEL, value: z.number().nullable(), unit: unitSchema, tone: toneSchema });
export type CardFigure = z.infer<typeof figureSchema>;

/** The one thing to read from across the room, and a sentence that says what it means. */
const headlineSchema = figureSchema.omit({ label: true }).extend({ words: WORDS });
export type CardHeadline = z.infer<typeof headlineSchema>;

const shared = { headline: headlineSchema.nullable() };

/** Up to a dozen numbers side by side. */
const figuresView = z.object({ view: z.literal('figures'), ...shared, figures: z.array(figureSchema).max(12) });

/** Things of one kind compared: one bar each, in the order given. `of`: the whole that a value is a part of; a full bar then stands for that. */
const barsView = z.object({
  view: z.literal('bars'),
  ...shared,
  unit: unitSchema,
  bars: z.array(z.object({ label: LABEL, value: z.number().min(0), of: z.number().min(0).optional(), tone: toneSchema, words: WORDS.nullable() })).max(40),
  empty: WORDS,
});

/** Numbers over time: every point has one value for each series. */
const linesView = z.object({
  view: z.literal('lines'),
  ...shared,
  unit: unitSchema,
  series: z.array(z.object({ name: LABEL, tone: toneSchema })).min(1).max(4),
  points: z.array(z.object({ at: instant, values: z.array(z.number().nullable()) })).max(400),
  figures: z.array(figureSchema).max(6),
  empty: WORDS,
});

const columnSchema = z.object({ label: LABEL, kind: z.enum(['text', 'instant', ...unitSchema.options]) });
const cellSchema = z.union([z.string().max(400), z.number(), z.null()]);

/** Rows to read. `total`: how many there are, of which the first are given. */
const tableView = z.object({
  view: z.literal('table'),
  ...shared,
  columns: z.array(columnSchema).min(1).max(6),
  rows: z.array(z.array(cellSchema)).max(50),
  total: z.int(),
  empty: WORDS,
});

/** Things that are well or are not, each with its words. */
const checksView = z.object({
  view: z.literal('checks'),
  ...shared,
  checks: z.array(z.object({ label: LABEL, state: z.enum(['ok', 'warning', 'failed', 'unknown']), words: WORDS })).max(40),
  empty: WORDS,
});

/** What a card shows. The view says how it is drawn; adding a card takes no new drawing. */
export const cardValueSchema = z.discriminatedUnion('view', [figuresView, barsView, linesView, tableView, checksView]);
export type CardValue = z.infer<typeof cardValueSchema>;
export type CardView = CardValue['view'];
export type CardValueOf<V extends CardView> = Extract<CardValue, { view: V }>;
