import { execFile } from 'node:child_process';

/** What a program is given. It is killed after `timeoutMs`, or when the signal aborts. */
export interface CommandInput {
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
}

/** How a program ended: with a code, not at all in time, or it is not on this machine. */
export type CommandEnd = { readonly end: 'done'; readonly code: number; readonly stdout: string; readonly stderr: string } | { readonly end: 'late' } | { readonly end: 'missing' };

/** Runs a program in the project's folder. Rejects only when the signal aborts. */
export type CommandRunner = (program: string, args: readonly string[], input: CommandInput) => Promise<CommandEnd>;

const MAX_OUTPUT_BYTES = 4_000_000;

/** What programs need of the environment; Watchroom's secrets are none of it. */
const PASSED_ON = /^(path|home|user|logname|lang|lc_.*|tmpdir|temp|tmp|systemroot|comspec|pathext|userprofile|appdata|localappdata|xdg_.*|https?_proxy|no_proxy|all_proxy|node_extra_ca_certs|ssl_cert_.*|npm_.*)$/i;

/** Runs a program of this machine. */
export const runCommand: CommandRunner = (program, args, { signal, timeoutMs }) =>
  new Promise((resolve, reject) => {
    const options = { signal, timeout: timeoutMs, killSignal: 'SIGKILL', maxBuffer: MAX_OUTPUT_BYTES, windowsHide: true, env: commandEnvironment(process.env) } as const;
    execFile(program, [...args], options, (error, stdout, stderr) => {
      if (signal.aborted) reject(signal.reason);
      else if (!error) resolve({ end: 'done', code: 0, stdout, stderr });
      else if (error.code === 'ENOENT') resolve({ end: 'missing' });
      else if (typeof error.code === 'number') resolve({ end: 'done', code: error.code, stdout, stderr });
      else resolve({ end: 'late' });
    });
  });

function commandEnvironment(env: Readonly<Record<string, string | undefined>>): NodeJS.ProcessEnv {
  const passed = Object.entries(env).filter(([name]) => PASSED_ON.test(name));
  // As production npm would leave out what Watchroom is developed with.
  return { NODE_ENV: 'development', ...Object.fromEntries(passed), LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0' };
}
