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
