import Papa from 'papaparse';
import { lowerText } from '@/lib/core/fold-text';
import { CODE_STATES, newCodeSchema, type NewCode } from '@/lib/protocol/status-code';
import type { StatusCode } from '@/lib/protocol/unit';
import { UNIT_STATE_LOOK } from '../state-look';

/** A line of a list that can be taken. `line` counts from 1, as an editor shows it. */
export interface CodeLine {
  readonly line: number;
  readonly given: NewCode;
}

/** A line that cannot be taken, and why. */
export interface LineProblem {
  readonly line: number;
  readonly message: string;
}

/** What a text says as a list of codes. `leftOut`: the columns that nothing is known of. */
export interface ReadCodes {
  readonly lines: readonly CodeLine[];
  readonly problems: readonly LineProblem[];
  readonly leftOut: readonly string[];
}

type Column = 'code' | 'text' | 'state' | 'colour' | 'requiresNote' | 'requiresMinutes' | 'warnSeconds' | 'alertSeconds';

/** The columns as they are written, each with the other names it is read by. */
const COLUMNS: readonly { readonly column: Column; readonly name: string; readonly also: readonly string[] }[] = [
  { column: 'code', name: 'code', also: ['status', 'kode'] },
  { column: 'text', name: 'label', also: ['text', 'name', 'description', 'tekst'] },
  { column: 'state', name: 'state', also: ['means', 'meaning', 'canonicalstate', 'betydning'] },
  { column: 'colour', name: 'colour', also: ['color', 'farge'] },
  { column: 'requiresNote', name: 'note', also: ['requiresnote', 'asksfornote'] },
  { column: 'requiresMinutes', name: 'minutes', also: ['requiresminutes', 'asksforminutes'] },
  { column: 'warnSeconds', name: 'warn after s', also: ['warn', 'warnseconds'] },
  { column: 'alertSeconds', name: 'alert after s', also: ['alert', 'alertseconds'] },
];
const PLAIN_ORDER: readonly Column[] = ['code', 'text', 'state', 'colour'];
const NEEDED: readonly Column[] = ['code', 'text', 'state'];

const TICKS: ReadonlyMap<string, boolean> = new Map([
  ...['', 'no', 'n', 'nei', 'false', '0'].map((word) => [word, false] as const),
  ...['yes', 'y', 'ja', 'true', '1', 'x'].map((word) => [word, true] as const),
]);
const STATES: ReadonlyMap<string, string> = new Map(
  CODE_STATES.flatMap((state) => [
    [plain(state), state],
    [plain(UNIT_STATE_LOOK[state].word), state],
  ]),
);
/** What a spreadsheet would take for a formula has this before it in a file, and loses it when it is read. */
const GUARDED = /^'(?=[=+\-@])/;

/**
 * Reads a list of codes from CSV: comma, semicolon or tab, with a line of column names or else code, label, state, colour in
 * this order. Blank lines are passed over. Pure; what the present list makes of it is for `planCodes`.
 */
export function readCodesCsv(csv: string): ReadCodes {
  const { data, errors } = Papa.parse<string[]>(csv.replace(/\s+$/, ''), { skipEmptyLines: false });
  const numbers = lineNumbers(data);
  const broken = new Set(errors.flatMap(({ type, row }) => (type === 'Quotes' && row !== undefined ? [row] : [])));
  const rows = data
    .map((cells, row) => ({ broken: broken.has(row), line: numbers[row] ?? row + 1, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const [first] = rows;
  if (!first) return { lines: [], problems: [], leftOut: [] };
  const header = headerOf(first.cells);
  const columns = header?.columns ?? PLAIN_ORDER;
  const missing = NEEDED.filter((column) => !columns.includes(column)).map(nameOf);
  if (missing.length > 0) return { lines: [], problems: [{ line: first.line, message: `There is no column called ${missing.join(' or ')}.` }], leftOut: [] };

  const lines: CodeLine[] = [];
  const problems: LineProblem[] = [];
  for (const { broken: isBroken, line, cells } of header ? rows.slice(1) : rows) {
    const read = isBroken ? 'The quotes " of this line do not match.' : readLine(cells, columns);
    if (typeof read === 'string') problems.push({ line, message: read });
    else lines.push({ line, given: read });
  }
  return { lines, problems, leftOut: header?.unknown ?? [] };
}

/** The list as CSV, for a spreadsheet and to be read again. */
export function writeCodesCsv(codes: readonly StatusCode[]): string {
  const yes = (on: boolean) => (on ? 'yes' : 'no');
  const rows = codes.map((code) => [code.code, code.text, code.state, code.colour ?? '', yes(code.requiresNote), yes(code.requiresMinutes), code.warnSeconds ?? '', code.alertSeconds ?? '']);
  return Papa.unparse([COLUMNS.map(({ name }) => name), ...rows], { escapeFormulae: true });
}

function headerOf(cells: readonly string[]): { readonly columns: readonly (Column | null)[]; readonly unknown: readonly string[] } | null {
  const columns = cells.map((cell) => COLUMNS.find(({ name, also }) => plain(name) === plain(cell) || also.includes(plain(cell)))?.column ?? null);
  return columns.includes('code') ? { columns, unknown: cells.filter((cell, index) => cell !== '' && columns[index] === null) } : null;
}

function readLine(cells: readonly string[], columns: readonly (Column | null)[]): NewCode | string {
  // Undefined where the column is not there, so that nothing is said of it.
  const cell = (column: Column): string | undefined => {
    const index = columns.indexOf(column);
    return index < 0 || (columns === PLAIN_ORDER && column === 'colour' && index >= cells.length) ? undefined : (cells[index] ?? '').replace(GUARDED, '');
  };
  const state = STATES.get(plain(cell('state') ?? ''));
  if (state === undefined && cell('code')) return `“${cell('state') ?? ''}” is not a state. It can be ${CODE_STATES.join(', ')}.`;
  const [note, minutes] = [tickOf(cell('requiresNote')), tickOf(cell('requiresMinutes'))];
  if (note === null || minutes === null) return `Write yes or no under ${nameOf(note === null ? 'requiresNote' : 'requiresMinutes')}.`;
  const given = {
    code: cell('code'),
    text: cell('text'),
    state: state ?? CODE_STATES[0],
    colour: cell('colour'),
    requiresNote: note,
    requiresMinutes: minutes,
    warnSeconds: secondsOf(cell('warnSeconds')),
    alertSeconds: secondsOf(cell('alertSeconds')),
  };
  const parsed = newCodeSchema.safeParse(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const column = COLUMNS.find((one) => one.column === issue?.path[0]);
  const message = issue?.message ?? 'This does not fit.';
  return column && column.column !== 'code' ? `${column.name}: ${message}` : message;
}

// Null: it can be read as neither.
function tickOf(cell: string | undefined): boolean | null | undefined {
  return cell === undefined ? undefined : (TICKS.get(lowerText(cell)) ?? null);
}

// What is no number stays wrong until it is corrected; it never turns into "never".
function secondsOf(cell: string | undefined): number | null | undefined {
  return cell === undefined ? undefined : cell === '' ? null : Number(cell);
}

// A cell between quotes may hold line breaks; the lines after it are further down.
function lineNumbers(rows: readonly (readonly string[])[]): number[] {
  let line = 1;
  return rows.map((cells) => {
    const here = line;
    line += 1 + cells.reduce((breaks, cell) => breaks + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
    return here;
  });
}

function nameOf(column: Column): string {
  return COLUMNS.find((one) => one.column === column)?.name ?? column;
}

function plain(text: string): string {
  return lowerText(text).replace(/[^\p{L}]/gu, '');
}
