import type { UnitState } from '@/lib/protocol/unit';

interface Code {
  readonly code: string;
  readonly text: string;
  readonly state: UnitState;
  readonly requiresNote?: boolean;
  readonly requiresMinutes?: boolean;
  readonly warnSeconds?: number;
  readonly alertSeconds?: number;
}

const MINUTE = 60;
const HOUR = 3_600;

/** The codes of a Norwegian fire service, to begin with; admins edit them. `A` is set by the system alone. */
export const STARTER_CODES: readonly Code[] = [
  { code: '1', text: 'Rykker ut', state: 'en_route', warnSeconds: 20 * MINUTE, alertSeconds: 40 * MINUTE },
  { code: '2', text: 'Fremme', state: 'on_scene', warnSeconds: 30 * MINUTE, alertSeconds: 90 * MINUTE },
  { code: '3', text: 'Ikke klar', state: 'limited', warnSeconds: 30 * MINUTE, alertSeconds: 2 * HOUR },
  { code: '4', text: 'Disponibel skadested', state: 'on_scene_available', warnSeconds: HOUR, alertSeconds: 3 * HOUR },
  { code: '5', text: 'Ledig', state: 'available_mobile' },
  { code: '6', text: 'Ledig på stasjon', state: 'available_station' },
  { code: '7', text: 'Ute av drift', state: 'out_of_service', requiresNote: true },
  { code: '8', text: 'Beredskap', state: 'standby' },
  { code: '9', text: 'Beredskap på stasjon', state: 'standby_station' },
  { code: '0', text: 'Disponibel om x min', state: 'available_delayed', requiresMinutes: true, warnSeconds: HOUR, alertSeconds: 2 * HOUR },
  { code: 'A', text: 'Varslet', state: 'alerted', warnSeconds: 90, alertSeconds: 4 * MINUTE },
];

interface Station {
  readonly name: string;
  readonly lat: number;
  readonly lng: number;
  /** Call sign, name and kind of each unit that stands there. */
  readonly units: readonly (readonly [callSign: string, name: string, kind: string])[];
}

/** The demonstration region: seven stations around a lake, with twenty units. */
export const DEMO_STATIONS: readonly Station[] = [
  { name: 'Lillehammer', lat: 61.1153, lng: 10.4662, units: [['L11', 'Lillehammer pumper 1', 'pumper'], ['L12', 'Lillehammer ladder', 'ladder'], ['L13', 'Lillehammer tanker', 'tanker'], ['L01', 'Lillehammer officer', 'command']] },
  { name: 'Hamar', lat: 60.7945, lng: 11.068, units: [['H11', 'Hamar pumper 1', 'pumper'], ['H12', 'Hamar pumper 2', 'pumper'], ['H21', 'Hamar ladder', 'ladder'], ['H31', 'Hamar rescue boat', 'boat'], ['H01', 'Hamar officer', 'command']] },
  { name: 'Gjøvik', lat: 60.7957, lng: 10.6916, units: [['G11', 'Gjøvik pumper', 'pumper'], ['G21', 'Gjøvik ladder', 'ladder'], ['G31', 'Gjøvik tanker', 'tanker']] },
  { name: 'Brumunddal', lat: 60.8806, lng: 10.9397, units: [['B11', 'Brumunddal pumper', 'pumper'], ['B31', 'Brumunddal tanker', 'tanker']] },
  { name: 'Moelv', lat: 60.9333, lng: 10.7, units: [['M11', 'Moelv pumper', 'pumper'], ['M41', 'Moelv rescue', 'rescue']] },
  { name: 'Raufoss', lat: 60.7259, lng: 10.6153, units: [['R11', 'Raufoss pumper', 'pumper'], ['R51', 'Raufoss hazmat', 'hazmat']] },
  { name: 'Øyer', lat: 61.2633, lng: 10.4139, units: [['O11', 'Øyer pumper', 'pumper'], ['O31', 'Øyer tanker', 'tanker']] },
];
