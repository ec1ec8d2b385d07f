/**
 * Says what goes on while it goes on: on a terminal one line that counts seconds, else a line at the start,
 * one now and then, and one at the end.
 * @param {{stream?: NodeJS.WriteStream}} [options]
 * @returns {import('./progress.mjs').Progress}
 */
export function createProgress({ stream = process.stdout } = {}) {
  // A closed terminal must not end the start command before it has ended its parts.
  stream.on('error', () => undefined);
  const tty = Boolean(stream.isTTY);
  let open = null;

  function render(step) {
    const seconds = Math.round((Date.now() - step.since) / 1000);
    stream.write(`\r\x1b[K… ${step.label}${seconds > 0 ? `  ${seconds} s` : ''}`);
  }

  function line(text) {
    if (tty && open) stream.write('\r\x1b[K');
    stream.write(`${text}\n`);
    if (tty && open) render(open);
  }

  async function step(label, work, note = '') {
    const current = { label: note ? `${label} (${note})` : label, since: Date.now() };
    open = current;
    if (tty) render(current);
    else line(`… ${current.label}`);
    const timer = setInterval(() => {
      if (tty) render(current);
      else line(`… still ${label}, ${Math.round((Date.now() - current.since) / 1000)} s`);
    }, tty ? 1000 : 20_000);
    try {
      const result = await work();
      open = null;
      if (tty) stream.write('\r\x1b[K');
      stream.write(`✓ ${label}  ${((Date.now() - current.since) / 1000).toFixed(1)} s\n`);
      return result;
    } finally {
      clearInterval(timer);
      if (open === current && tty) stream.write('\n');
      open = null;
    }
  }

  return { line, step };
}
