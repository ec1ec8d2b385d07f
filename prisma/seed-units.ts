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
