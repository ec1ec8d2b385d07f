import type { FilledGroup } from './groups';

interface GroupHeadingProps {
  readonly group: FilledGroup;
}

/** Names a group of units and counts them. */
export function GroupHeading({ group }: GroupHeadingProps) {
  return (
    <h2 className="flex h-8 items-end gap-2 border-b px-3 pb-1 text-sm font-semibold">
      {group.label}
      <span className="figures font-normal text-text-muted">{group.units.length}</span>
    </h2>
  );
}
