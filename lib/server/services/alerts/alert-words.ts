import { cutText } from '@/lib/core/cut-text';
import { INCIDENT_TITLE_MAX } from '@/lib/protocol/incident';
import { ENTRY_TEXT_MAX } from '@/lib/protocol/room';
import { cleanText } from '@/lib/protocol/text-rules';
import { COORDINATES } from './alert-place';
import type { Alert, Pairs } from './read-report';

/** What an alert says, as lines of a name and a value. */
export type Facts = readonly (readonly [name: string, value: string])[];

/** So much of a title is kept for the words before what tells alerts apart. */
const HEAD_MIN = 60;
/** Labels that say where something is, the most telling first. */
const PLACES = ['instance', 'host', 'hostname', 'node', 'nodename', 'pod', 'container', 'device', 'mountpoint', 'service'];
/** Labels that say how an alert is worked on or where it is on the map, not what it is about. */
const ABOUT_ALERTING = new Set(['alertname', 'alertgroup', 'severity', 'priority', 'level', 'job', 'prometheus', 'prometheus_replica', 'replica', 'monitor', 'receiver', 'grafana_folder', ...COORDINATES]);

/** The title of its incident: what it says in short, and the labels that tell it from others that say the same. `common`: labels that all of several alerts share. */
export function titleOf({ labels, annotations }: Pick<Alert, 'labels' | 'annotations'>, common: Pairs = new Map()): string {
  const head = cleanText(annotations.get('summary') ?? labels.get('alertname') ?? annotations.get('title') ?? 'Alert', INCIDENT_TITLE_MAX);
  const places = PLACES.filter((name) => labels.has(name));
  const others = [...labels.keys()].filter((name) => !PLACES.includes(name) && !ABOUT_ALERTING.has(name) && !name.startsWith('__') && !common.has(name)).sort();
  const values = [...places, ...others].map((name) => cleanText(labels.get(name) ?? '', INCIDENT_TITLE_MAX)).filter((value) => value !== '' && !head.includes(value));
  if (values.length === 0) return head;
  const tail = cutText([...new Set(values)].join(', '), INCIDENT_TITLE_MAX - Math.min(head.length, HEAD_MIN) - 3);
  return `${cutText(head, INCIDENT_TITLE_MAX - tail.length - 3)} · ${tail}`;
}

/** What it says in full: annotations, labels, links. */
export function factsOf({ labels, annotations, links }: Alert): Facts {
  const shown = (pairs: Pairs) => [...pairs].filter(([name]) => !name.startsWith('__')).sort(([a], [b]) => order(a) - order(b) || (a < b ? -1 : 1));
  const facts: [string, string][] = shown(annotations).map(([name, value]) => [headed(name), value]);
  const told = shown(labels).map(([name, value]) => `${name}=${value}`);
  if (told.length > 0) facts.push(['Labels', told.join(', ')]);
  return [...facts, ...links];
}

/** The facts as the text of an entry. */
export function factsText(facts: Facts, first: string): string {
  return cutText([first, ...facts.map(([name, value]) => `${name}: ${value}`)].join('\n'), ENTRY_TEXT_MAX);
}

/** What differs: facts that are new or say something else, and names of those that are said no more. */
export function changedFacts(before: Facts, after: Facts): Facts {
  const known = new Map(before);
  const now = new Map(after);
  const gone = before.filter(([name]) => !now.has(name)).map(([name]) => [name, '(no longer said)'] as const);
  return [...after.filter(([name, value]) => known.get(name) !== value), ...gone];
}

const FIRST = ['summary', 'title', 'description', 'message'];

function order(name: string): number {
  const place = FIRST.indexOf(name);
  return place === -1 ? FIRST.length : place;
}

/** A name as a heading: `runbook_url` → `Runbook`. */
function headed(name: string): string {
  const words = name.replace(/[_-]+/g, ' ').replace(/ ur[li]$/i, '').trim() || name;
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}
