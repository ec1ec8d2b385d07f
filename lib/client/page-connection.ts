import type { Connection } from './connection';

/** The connection as a page uses it: what is asked for follows from what is shown. */
export interface PageConnection extends Omit<Connection, 'setTopics'> {
  /** The incidents whose rooms the page shows now, beside the whole board. */
  setRooms(incidentIds: readonly string[]): void;
}
