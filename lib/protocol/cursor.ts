import { MAX_CURSOR_LENGTH } from './constants';

declare const cursorBrand: unique symbol;

/** A position on the event log, `<epoch>.<milliseconds>-<sequence>`. What follows it has not been seen yet. */
export type Cursor = string & { readonly [cursorBrand]: true };

/** A Redis stream id, `<milliseconds>-<sequence>`. */
export type StreamId = `${number}-${number}`;

/** The two halves of a cursor. `epoch` names one life of the log and changes when the log is lost. */
export interface CursorParts {
  readonly epoch: string;
  readonly streamId: StreamId;
}

const CURSOR = /^([0-9A-Za-z]{1,40})\.(\d{1,16}-\d{1,16})$/;

/** Builds a cursor from the log's epoch and a stream id. */
export function formatCursor(epoch: string, streamId: StreamId): Cursor {
  return `${epoch}.${streamId}` as Cursor;
}

/** Reads a cursor that came from outside. Anything that is not one gives null: the caller answers with a reset. */
export function parseCursor(text: string | null | undefined): CursorParts | null {
  if (!text || text.length > MAX_CURSOR_LENGTH) return null;
  const match = CURSOR.exec(text);
  if (!match?.[1] || !match[2]) return null;
  return { epoch: match[1], streamId: match[2] as StreamId };
}

/** The same text as a cursor, or null when it is none. */
export function asCursor(text: string | null | undefined): Cursor | null {
  return parseCursor(text) ? (text as Cursor) : null;
}

/** Orders two stream ids as Redis does: by milliseconds, then by sequence. Negative when a is older. */
export function compareStreamIds(a: StreamId, b: StreamId): number {
  const [aMs = '0', aSeq = '0'] = a.split('-');
  const [bMs = '0', bSeq = '0'] = b.split('-');
  return compareDigits(aMs, bMs) || compareDigits(aSeq, bSeq);
}

/** Orders two cursors of one epoch; null when their epochs differ and no order exists. */
export function compareCursors(a: Cursor, b: Cursor): number | null {
  const left = parseCursor(a);
  const right = parseCursor(b);
  if (!left || !right || left.epoch !== right.epoch) return null;
  return compareStreamIds(left.streamId, right.streamId);
}

// Digits are compared as text: a sequence may exceed what a double holds exactly.
function compareDigits(a: string, b: string): number {
  const left = a.replace(/^0+(?=\d)/, '');
  const right = b.replace(/^0+(?=\d)/, '');
  if (left.length !== right.length) return left.length - right.length;
  return left < right ? -1 : left > right ? 1 : 0;
}
