import { describe, expect, it } from 'vitest';
import { BONFIRE_LOOK } from '@/components/bonfires/status-look';
import { TONE_LOOK } from '@/components/cards/views/tone-look';
import { LEVEL_LOOK } from '@/components/flash/levels';
import { STATUS_LOOK } from '@/components/flash/status-look';
import { INCIDENT_STATUS_LOOK } from '@/components/incidents/incident-status-look';
import { PRIORITY_LOOK } from '@/components/incidents/priority-look';
import { STATE_LOOK } from '@/components/infrastructure/state-look';
import { ENTRY_LOOK } from '@/components/room/log/entry-look';
import { UNIT_STATE_LOOK } from '@/components/units/state-look';
import { OPEN_STATUSES } from '@/lib/protocol/incident';
import type { ShapeName } from './shape';

interface Look {
  readonly shape: ShapeName | null;
  readonly tone?: string;
  readonly text?: string;
}

const LOOKS: Readonly<Record<string, Readonly<Record<string, Look>>>> = {
  incident: INCIDENT_STATUS_LOOK,
  unit: UNIT_STATE_LOOK,
  bonfire: BONFIRE_LOOK,
  monitor: STATE_LOOK,
  level: LEVEL_LOOK,
  message: STATUS_LOOK,
  entry: ENTRY_LOOK,
  card: TONE_LOOK,
};
/** What has a shape, as "unit on_scene". */
function withShape(shape: ShapeName): { readonly name: string; readonly colour: string }[] {
  return Object.entries(LOOKS).flatMap(([of, looks]) =>
    Object.entries(looks).flatMap(([state, look]) => (look.shape === shape ? [{ name: `${of} ${state}`, colour: look.tone ?? look.text?.replace('text-', '') ?? '' }] : [])),
  );
}

describe('a shape means one thing on the whole board', () => {
  it.each<[ShapeName, string, readonly string[]]>([
    ['triangle', 'waits for a person', ['incident new', 'bonfire overdue', 'monitor warn', 'level warning', 'entry intervention', 'card warning']],
    ['square', 'is an alarm', ['monitor down', 'level critical', 'card critical']],
    ['disc', 'is in order', ['incident stable', 'unit on_scene_available', 'unit available_mobile', 'unit available_station', 'monitor up', 'level ok', 'card ok']],
    ['play', 'is under way', ['incident active', 'unit en_route', 'bonfire active', 'message live']],
    ['bars', 'is held', ['incident paused', 'monitor paused']],
    ['cross', 'was taken away', ['incident cancelled', 'incident merged', 'unit out_of_service', 'bonfire cancelled', 'bonfire rejected', 'message recalled', 'message superseded', 'message cancelled']],
    ['target', 'is at the place', ['unit on_scene']],
    ['diamond', 'is to be known', ['monitor maintenance', 'level info', 'entry correction', 'entry broadcast', 'card info']],
  ])('%s: what %s', (shape, _meaning, names) => {
    expect(withShape(shape).map(({ name }) => name)).toEqual(names);
  });

  it('and the two that call somebody have their colour everywhere, which nothing else that has a shape bears', () => {
    expect(new Set(withShape('triangle').map(({ colour }) => colour))).toEqual(new Set(['warning']));
    expect(new Set(withShape('square').map(({ colour }) => colour))).toEqual(new Set(['critical']));
  });

  it('tells open incidents apart without colour', () => {
    expect(new Set(OPEN_STATUSES.map((status) => INCIDENT_STATUS_LOOK[status].shape)).size).toBe(OPEN_STATUSES.length);
  });

  it('and a priority is no shape and no colour of a state', () => {
    for (const look of Object.values(PRIORITY_LOOK)) expect(JSON.stringify(look)).not.toMatch(/\b(shape|warning|critical|accent|info|ok)\b/);
    expect(PRIORITY_LOOK.P1.block).toContain('bg-text ');
  });
});
