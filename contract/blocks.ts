import type { Chunk } from './sample';

/** What stands between two blank lines of the stream. `atMs`: when its end came, since the stream was asked for. */
export interface Block {
  readonly atMs: number;
  readonly raw: string;
  readonly comments: readonly string[];
  readonly fields: ReadonlyMap<string, string>;
}

const BLANK_LINE = /\r\n\r\n|\n\n|\r\r/g;

/** The whole blocks of a stream, in order; line ends of every kind are read, so that the rest can be looked at even when they are wrong. */
export function blocksOf(chunks: readonly Chunk[]): Block[] {
  const text = chunks.map((chunk) => chunk.text).join('');
  const blocks: Block[] = [];
  let start = 0;
  for (const blank of text.matchAll(BLANK_LINE)) {
    const end = blank.index + blank[0].length;
    blocks.push(readBlock(text.slice(start, end), arrivalOf(chunks, end)));
    start = end;
  }
  return blocks;
}

function arrivalOf(chunks: readonly Chunk[], end: number): number {
  let length = 0;
  for (const chunk of chunks) {
    length += chunk.text.length;
    if (length >= end) return chunk.atMs;
  }
  return chunks.at(-1)?.atMs ?? 0;
}

function readBlock(raw: string, atMs: number): Block {
  const comments: string[] = [];
  const fields = new Map<string, string>();
  for (const line of raw.split(/\r\n|\n|\r/).filter((one) => one !== '')) {
    const colon = line.indexOf(':');
    if (colon === 0) comments.push(line);
    else if (colon < 0) fields.set(line, '');
    else fields.set(line.slice(0, colon), line.slice(colon + 1).replace(/^ /, ''));
  }
  return { atMs, raw, comments, fields };
}
