import type { Engine } from './engine';
import { parseCommands } from './command-parsing';
import { encodeOutcome, encodeOutcomes } from './reply-encoding';
import { ReplyError, type Outcome } from './reply';
import { admit, type ServedCommand } from './served-command';

/** Runs one command and gives the JSON answer. Throws ReplyError when Redis refuses it. */
export async function runCommand(engine: Engine, words: readonly string[], base64: boolean): Promise<string> {
  return encodeOutcome({ result: await engine.execute(admit(words)) }, base64);
}

/** Runs the body of `POST /pipeline`; a refused command is an `error` in its own place and stops no other. */
export async function runPipeline(engine: Engine, body: string, base64: boolean): Promise<string> {
  const admitted: ServedCommand[] = [];
  const places = parseCommands(body).map((words): Outcome | undefined => {
    try {
      admitted.push(admit(words));
      return undefined;
    } catch (error) {
      if (error instanceof ReplyError) return { error: error.message };
      throw error;
    }
  });
  const outcomes = await engine.pipeline(admitted);
  if (outcomes.length === places.length) return encodeOutcomes(outcomes, base64);
  let next = 0;
  return encodeOutcomes(places.map((place) => place ?? outcomes[next++] ?? { error: 'ERR no reply' }), base64);
}

/** Runs the body of `POST /multi-exec`. Throws ReplyError, having run nothing, when any command is refused. */
export async function runTransaction(engine: Engine, body: string, base64: boolean): Promise<string> {
  const commands = parseCommands(body).map((words) => {
    try {
      return admit(words);
    } catch (error) {
      if (!(error instanceof ReplyError)) throw error;
      throw new ReplyError(`EXECABORT Transaction discarded because of previous errors. ${error.message}`);
    }
  });
  return encodeOutcomes(await engine.multi(commands), base64);
}
