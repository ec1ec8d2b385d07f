'use client';

import type { Incident } from '@/lib/protocol/incident';
import type { StatusCode, Unit } from '@/lib/protocol/unit';
import { AckForm } from './ack-form';
import { AssignForm } from './assign-form';
import { useRowState } from './row-state';
import { StatusForm } from './status-form';
import type { DoToUnit } from './use-unit-act';

interface RowFormProps {
  readonly unit: Unit;
  readonly codes: readonly StatusCode[];
  readonly incidents: readonly Incident[];
  readonly act: DoToUnit;
}

/** The line under a unit that asks for what an act needs; nothing while nothing is asked. */
export function RowForm({ unit, codes, incidents, act }: RowFormProps) {
  const { form } = useRowState(unit.id);
  switch (form?.kind) {
    case undefined:
      return null;
    case 'ack':
      return <AckForm unit={unit} form={form} act={act} />;
    case 'assign':
      return <AssignForm unit={unit} form={form} incidents={incidents} act={act} />;
    case 'status': {
      const code = codes.find((candidate) => candidate.code === form.code);
      return code ? <StatusForm unit={unit} form={form} code={code} act={act} /> : null;
    }
  }
}
