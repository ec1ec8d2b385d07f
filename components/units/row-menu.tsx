'use client';

import { Ellipsis } from 'lucide-react';
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuLabel, DropdownMenuSeparator, DropdownMenuTrigger } from '@/components/ui/dropdown-menu';
import { Kbd } from '@/components/ui/kbd';
import { ownValue } from '@/lib/core/own-value';
import { MUTE_MINUTES, type StatusCode, type Unit, type UnitPolicy } from '@/lib/protocol/unit';
import { muteWords } from './act-words';
import { codeChoices, policyWords, quickKey, type CodeChoice } from './code-choice';
import { focusRow } from './focus-row';
import { patchRow, useRowState, useRowStates } from './row-state';
import { chooseCode, startAck, startAssign } from './start-act';
import { UNIT_KEYS } from './unit-keys';
import type { DoToUnit } from './use-unit-act';

interface RowMenuProps {
  readonly unit: Unit;
  readonly codes: readonly StatusCode[];
  readonly policy: UnitPolicy;
  readonly act: DoToUnit;
}

const trigger = 'grid size-6 place-items-center rounded-sm text-text-muted hover:bg-text/8 hover:text-text pointer-coarse:size-9';

/** All that can be done to a unit. Closed it is but a button: a menu for each row would make scrolling slow. */
export function RowMenu({ unit, codes, policy, act }: RowMenuProps) {
  const { menuOpen } = useRowState(unit.id);
  const label = `${unit.callSign}: more`;
  const icon = <Ellipsis aria-hidden size={16} />;
  if (!menuOpen) {
    return (
      <button type="button" tabIndex={-1} aria-label={label} aria-haspopup="menu" aria-expanded={false} className={trigger} onClick={() => patchRow(unit.id, { menuOpen: true })}>
        {icon}
      </button>
    );
  }
  return (
    <DropdownMenu open onOpenChange={(open) => open || leave(unit.id)}>
      <DropdownMenuTrigger tabIndex={-1} aria-label={label} className={trigger}>
        {icon}
      </DropdownMenuTrigger>
      <DropdownMenuContent className="max-h-(--radix-dropdown-menu-content-available-height) overflow-y-auto" onCloseAutoFocus={(event) => event.preventDefault()}>
        <MenuItems unit={unit} codes={codes} policy={policy} act={act} />
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

// Back to the row, unless what was chosen asks for something first.
function leave(unitId: string): void {
  patchRow(unitId, { menuOpen: false });
  if (!ownValue(useRowStates.getState().byId, unitId)?.wantsFocus) focusRow(unitId);
}

function MenuItems({ unit, codes, policy, act }: RowMenuProps) {
  const choices = codeChoices(unit, codes);
  const unusual = choices.filter(({ usual }) => !usual);
  const item = ({ code }: CodeChoice) => (
    <DropdownMenuItem key={code.code} onSelect={() => chooseCode(unit.id, code, act)} title={policyWords(unit, code, policy) ?? undefined}>
      {quickKey(code) === null ? <span className="figures font-semibold">{code.code}</span> : <Kbd keys={quickKey(code) ?? ''} className="pointer-coarse:inline-flex" />}
      {code.text}
      {code.code === unit.code ? <span className="text-xs text-text-muted">again, from now</span> : null}
    </DropdownMenuItem>
  );
  return (
    <>
      <DropdownMenuLabel>{unit.callSign}: usual now</DropdownMenuLabel>
      {choices.filter(({ usual }) => usual).map(item)}
      {unusual.length > 0 ? <DropdownMenuLabel>{policy === 'enforce' ? 'Refused by the policy now' : 'Unusual now'}</DropdownMenuLabel> : null}
      {unusual.map(item)}
      <DropdownMenuSeparator />
      <DropdownMenuItem onSelect={() => startAssign(unit.id)}>
        <Kbd keys={UNIT_KEYS.assign} />
        Send to an incident
      </DropdownMenuItem>
      {unit.incidentId === null ? null : (
        <DropdownMenuItem onSelect={() => void act(unit.id, { kind: 'clear' }, 'Clear')}>
          <Kbd keys={UNIT_KEYS.clear} />
          Take off its incident
        </DropdownMenuItem>
      )}
      <DropdownMenuItem onSelect={() => startAck(unit.id)}>
        <Kbd keys={UNIT_KEYS.ack} />
        Take note of its time
      </DropdownMenuItem>
      <DropdownMenuSeparator />
      {(unit.mutedUntil === null ? MUTE_MINUTES : ([...MUTE_MINUTES, 0] as const)).map((minutes) => (
        <DropdownMenuItem key={minutes} onSelect={() => void act(unit.id, { kind: 'mute', minutes }, muteWords(minutes))}>
          {muteWords(minutes)}
        </DropdownMenuItem>
      ))}
    </>
  );
}
