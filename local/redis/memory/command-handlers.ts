import type { CommandName } from '../command-table';
import type { Handler } from './context';
import { counterCommands } from './counters';
import { hashCommands } from './hashes';
import { keyCommands } from './keys';
import { listCommands } from './lists';
import { serverCommands } from './server-commands';
import { setCommands } from './sets';
import { sortedSetCommands } from './sorted-sets';
import { streamCommands } from './streams';
import { stringCommands } from './strings';

/** The handler of every served command; the type refuses a table that misses one. */
export const COMMAND_HANDLERS: Readonly<Record<CommandName, Handler>> = {
  ...stringCommands,
  ...counterCommands,
  ...keyCommands,
  ...hashCommands,
  ...listCommands,
  ...setCommands,
  ...sortedSetCommands,
  ...streamCommands,
  ...serverCommands,
};
