'use client';

import { useKey, useKeyHint } from '@/components/ui/keys/use-key';
import type { StatusCode, Unit } from '@/lib/protocol/unit';
import { quickKey, settableCodes } from './code-choice';
import { chooseCode, startAck, startAssign } from './start-act';
import { unitBeside, type BoardLine } from './groups';
import type { DoToUnit } from './use-unit-act';

/** Not `a`, which acknowledges the topmost message wherever one is, and not `k`, which moves up. */
export const UNIT_KEYS = { assign: 's', clear: 'c', ack: 't' } as const;

interface UnitKeysProps {
  readonly lines: readonly BoardLine[];
  readonly codes: readonly StatusCode[];
  readonly selectedId: string | null;
  /** The unit that has the keyboard, when this person may change it. */
  readonly focused: Unit | undefined;
  readonly mayWrite: boolean;
  readonly act: DoToUnit;
  readonly onReach: (unitId: string) => void;
}

/** The keys of the unit board. What changes a unit acts only while its row has the keyboard. */
export function UnitKeys({ lines, codes, selectedId, focused, mayWrite, act, onReach }: UnitKeysProps) {
  const move = (by: 1 | -1) => {
    const unit = unitBeside(lines, selectedId, by);
    if (unit) onReach(unit.id);
  };
  useKey('j', 'Next unit', () => move(1));
  useKey('k', 'Previous unit', () => move(-1));
  useKey('ArrowDown', 'Next unit', () => move(1));
  useKey('ArrowUp', 'Previous unit', () => move(-1));

  const on = focused !== undefined;
  useKey(UNIT_KEYS.assign, 'Send the unit to an incident', () => focused && startAssign(focused.id), on);
  useKey(UNIT_KEYS.clear, 'Take the unit off its incident', () => focused && void act(focused.id, { kind: 'clear' }, 'Clear'), on && focused.incidentId !== null);
  useKey(UNIT_KEYS.ack, 'Take note of the unit’s time', () => focused && startAck(focused.id), on);
  // Whoever opens the sheet of keys takes the keyboard off the row; what the keys would do there is still to be learnt.
  const told = mayWrite && !on;
  useKeyHint(UNIT_KEYS.assign, 'Send the unit to an incident', told);
  useKeyHint(UNIT_KEYS.clear, 'Take the unit off its incident', told);
  useKeyHint(UNIT_KEYS.ack, 'Take note of the unit’s time', told);
  return settableCodes(codes).map((code) => {
    const keys = quickKey(code);
    return keys === null ? null : <CodeKey key={code.code} keys={keys} code={code} unit={focused} told={told} act={act} />;
  });
}

interface CodeKeyProps {
  readonly keys: string;
  readonly code: StatusCode;
  readonly unit: Unit | undefined;
  readonly told: boolean;
  readonly act: DoToUnit;
}

function CodeKey({ keys, code, unit, told, act }: CodeKeyProps) {
  useKeyHint(keys, `Status ${code.text}`, told);
  useKey(keys, `Status ${code.text}`, () => unit && chooseCode(unit.id, code, act), unit !== undefined);
  return null;
}
