import { needsOf, settableCodes } from '@/components/units/code-choice';
import { can, type Permission, type Role } from '@/lib/protocol/permissions';
import type { StatusCode } from '@/lib/protocol/unit';

interface Example {
  readonly line: string;
  readonly does: string;
  readonly permission: Permission;
}

const EXAMPLES: readonly Example[] = [
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
  readonly codes: readonly StatusCode[];
}

/** What can be typed, while nothing is. */
export function CommandExamples({ role, codes }: CommandExamplesProps) {
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 px-3 py-2 text-xs">
      {[...statusExamples(settableCodes(codes)), ...EXAMPLES].filter(({ permission }) => can(role, permission)).map(({ line, does }) => (
        <div key={line} className="contents">
          <dt className="figures font-medium">{line}</dt>
          <dd className="text-text-muted">{does}</dd>
        </div>
      ))}
    </dl>
  );
}

// In the agency's own codes: those of another one would be refused.
function statusExamples(codes: readonly StatusCode[]): Example[] {
  const [plain, noted, timed] = [codes.find((code) => needsOf(code) === null), codes.find((code) => code.requiresNote && !code.requiresMinutes), codes.find((code) => code.requiresMinutes && !code.requiresNote)];
  return [
    ...(plain ? [{ line: `R21 ${plain.code}`, does: 'gives a unit a status', permission: 'units.write' } as const] : []),
    ...(noted ? [{ line: `R11 ${noted.code} broken pump`, does: 'with its note', permission: 'units.write' } as const] : []),
    ...(timed ? [{ line: `R11 ${timed.code} 20`, does: 'with its minutes', permission: 'units.write' } as const] : []),
  ];
}
