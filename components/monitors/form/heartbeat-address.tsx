'use client';

import { CopyLine } from '../copy-line';
import { useOwnOrigin } from '../use-own-origin';

interface HeartbeatAddressProps {
  readonly path: string;
}

/** Where heartbeats go, and a line that sends one. Whoever knows the address can send them. */
export function HeartbeatAddress({ path }: HeartbeatAddressProps) {
  const address = `${useOwnOrigin()}${path}?status=up&msg=OK&ping=`;
  return (
    <div className="grid gap-1">
      <CopyLine label="Address to call" value={address} />
      <CopyLine label="As a command" value={`curl -fsS -m 10 --retry 3 '${address}'`} />
      <p className="text-xs text-text-muted">
        status is up, warn or down; msg says why; ping is a time in milliseconds or empty. Before the question mark, /start says that a job begins, /fail or an exit code how it ended. The address is as good as a password: give it to nobody else.
      </p>
    </div>
  );
}
