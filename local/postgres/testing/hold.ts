/** Starts the database on the folder given as argument, says how on one line of JSON, and holds on until killed. */
import { messageOf } from '../../plain-error';
import { startPostgres } from '../start-postgres';

const dataDir = process.argv[2] ?? '';
const notes: string[] = [];
try {
  const { url, port, pid, adopted, stop } = await startPostgres({ dataDir, log: (line) => notes.push(line) });
  process.on('SIGTERM', () => void stop().then(() => process.exit(0)));
  console.log(JSON.stringify({ url, port, pid, adopted, notes }));
  setInterval(() => undefined, 60_000);
} catch (error) {
  console.log(JSON.stringify({ error: messageOf(error) }));
  process.exitCode = 1;
}
