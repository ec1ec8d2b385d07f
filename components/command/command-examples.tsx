import { can, type Permission, type Role } from '@/lib/protocol/permissions';

const EXAMPLES: readonly { readonly line: string; readonly does: string; readonly permission: Permission }[] = [
  { line: 'R21 2', does: 'gives a unit a status', permission: 'units.write' },
  { line: 'R11 7 broken pump', does: 'with its note', permission: 'units.write' },
  { line: 'R11 0 20', does: 'with its minutes', permission: 'units.write' },
  { line: 'R21 > 0412', does: 'sends a unit to an incident', permission: 'units.write' },
  { line: 'R21 clear', does: 'takes it off', permission: 'units.write' },
  { line: 'R21 ack', does: 'takes note of its time', permission: 'units.write' },
  { line: 'new p1 fire Smoke @ Storgata 3', does: 'creates an incident', permission: 'incidents.write' },
  { line: 'go units', does: 'opens a page', permission: 'board.read' },
  { line: 'reload', does: 'loads the newest version of the page', permission: 'board.read' },
  { line: 'storgata', does: 'finds incidents and units', permission: 'board.read' },
];

interface CommandExamplesProps {
  readonly role: Role;
}

/** What can be typed, while nothing is. */
export function CommandExamples({ role }: CommandExamplesProps) {
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 px-3 py-2 text-xs">
      {EXAMPLES.filter(({ permission }) => can(role, permission)).map(({ line, does }) => (
        <div key={line} className="contents">
          <dt className="figures font-medium">{line}</dt>
          <dd className="text-text-muted">{does}</dd>
        </div>
      ))}
    </dl>
  );
}
