import type { IncidentType, Priority } from '@/lib/protocol/incident';

/** A kind of call of the demonstration region, and what is said about it over the radio. */
export interface DemoCall {
  readonly title: string;
  readonly type: IncidentType;
  readonly priority: Priority;
  readonly units: number;
  readonly talk: readonly string[];
}

/** Calls as they come in on a usual day. */
export const DEMO_CALLS: readonly DemoCall[] = [
  { title: 'Smoke from a flat, third floor', type: 'fire', priority: 'P1', units: 3, talk: ['Smoke showing on side B, going in with two', 'Everybody is out of the building', 'Kitchen fire is under control', 'Ventilating, no spread'] },
  { title: 'Chimney fire', type: 'fire', priority: 'P2', units: 2, talk: ['Sparks from the chimney', 'Ladder up, sweeping', 'Temperature falling, owner informed'] },
  { title: 'Automatic alarm, nursing home', type: 'alarm', priority: 'P2', units: 2, talk: ['Panel shows zone 4', 'Burnt toast, no fire', 'Alarm reset, staff informed'] },
  { title: 'Two cars, one person trapped', type: 'traffic', priority: 'P1', units: 3, talk: ['One trapped, awake and talking', 'Road closed both ways', 'Roof off in five', 'Patient handed to the ambulance'] },
  { title: 'Car off the road', type: 'traffic', priority: 'P3', units: 1, talk: ['Nobody hurt', 'Waiting for the tow truck'] },
  { title: 'Person on thin ice', type: 'rescue', priority: 'P1', units: 2, talk: ['Rescuer on a line', 'Person is ashore, cold but awake'] },
  { title: 'Fuel leaking into a brook', type: 'hazmat', priority: 'P2', units: 2, talk: ['Booms are out', 'About 200 litres, source is closed', 'Municipality takes over'] },
  { title: 'Water in a cellar', type: 'flood', priority: 'P3', units: 1, talk: ['20 cm and rising slowly', 'Pump is running', 'Level is falling'] },
  { title: 'Grass fire along the railway', type: 'fire', priority: 'P2', units: 2, talk: ['About 40 by 20 metres', 'Trains are stopped', 'Under control, damping down'] },
  { title: 'Lift stuck with two people', type: 'assistance', priority: 'P4', units: 1, talk: ['Contact with both, all is well', 'Door open, both are out'] },
  { title: 'Chest pain, nearest unit helps', type: 'medical', priority: 'P1', units: 1, talk: ['CPR under way', 'Ambulance is here'] },
  { title: 'Smell of gas in a stairwell', type: 'hazmat', priority: 'P2', units: 2, talk: ['Measuring, nothing so far', 'Found it: an open grill bottle'] },
];

/** Streets of the demonstration region. */
export const DEMO_STREETS = ['Storgata', 'Kirkegata', 'Strandgata', 'Elvegata', 'Skolevegen', 'Fjellvegen', 'Industrivegen', 'Parkvegen', 'Brygga', 'Åsvegen'] as const;

/** Why a day's call was called off. */
export const DEMO_CALLERS = ['Kari Moen', 'Ole Brenden', 'Siri Haug', 'Automatic alarm', 'Police district', 'Ambulance control', 'Per Dahl', 'A passer-by'] as const;
