import type { StatusCode, Unit, UnitState } from '@/lib/protocol/unit';

/** A unit for tests: available on its station since 12:00 UTC. */
export function aUnit(callSign: string, patch: Partial<Unit> = {}): Unit {
  return {
    id: `id-${callSign}`,
    callSign,
    name: `Unit ${callSign}`,
    kind: 'engine',
    station: 'North',
    version: 1,
    code: '6',
    state: 'available_station',
    statusSince: '2026-11-21T12:00:00.000Z',
    note: null,
    availableAt: null,
    incidentId: null,
    assignedAt: null,
    ack: null,
    mutedUntil: null,
    position: null,
    ...patch,
  };
}

/** A status code for tests. */
export function aCode(code: string, state: UnitState, patch: Partial<StatusCode> = {}): StatusCode {
  return { code, text: `Text ${code}`, state, colour: null, removed: false, requiresNote: false, requiresMinutes: false, warnSeconds: null, alertSeconds: null, position: 0, version: 1, ...patch };
}

/** The codes of a fire service, as a fresh board has them. */
export const CODES: readonly StatusCode[] = [
  aCode('1', 'en_route', { text: 'Rykker ut', position: 1 }),
  aCode('2', 'on_scene', { text: 'Fremme', position: 2, warnSeconds: 1_800, alertSeconds: 3_600 }),
  aCode('3', 'limited', { text: 'Ikke klar', position: 3 }),
  aCode('4', 'on_scene_available', { text: 'Disponibel skadested', position: 4 }),
  aCode('5', 'available_mobile', { text: 'Ledig', position: 5 }),
  aCode('6', 'available_station', { text: 'Ledig på stasjon', position: 6 }),
  aCode('7', 'out_of_service', { text: 'Ute av drift', position: 7, requiresNote: true }),
  aCode('8', 'standby', { text: 'Beredskap', position: 8 }),
  aCode('9', 'standby_station', { text: 'Beredskap på stasjon', position: 9 }),
  aCode('0', 'available_delayed', { text: 'Disponibel om x min', position: 10, requiresMinutes: true }),
  aCode('A', 'alerted', { text: 'Varslet', position: 11 }),
];
