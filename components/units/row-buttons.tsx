'use client';

import type { StatusCode, Unit } from '@/lib/protocol/unit';
import { codeWords } from './act-words';
import { buttonCodes, fittingCodes } from './code-choice';
import { chooseCode } from './start-act';
import type { DoToUnit } from './use-unit-act';

interface RowButtonsProps {
  readonly unit: Unit;
  readonly codes: readonly StatusCode[];
  readonly act: DoToUnit;
}

/** The codes that usually come next, as many as fit: each a button that sets it. */
export function RowButtons({ unit, codes, act }: RowButtonsProps) {
  return fittingCodes(buttonCodes(unit, codes)).map((code) => (
    <button
      key={code.code}
      type="button"
      tabIndex={-1}
      title={codeWords(code)}
      aria-label={`${unit.callSign}: ${codeWords(code)}`}
      onClick={() => chooseCode(unit.id, code, act)}
      className="figures grid h-6 min-w-6 shrink-0 place-items-center rounded-sm border px-1 border-line-strong text-xs font-semibold hover:bg-text/8 @max-[860px]:hidden"
    >
      {code.code}
    </button>
  ));
}
