'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { putCodes } from '@/components/providers/unit-handlers';
import { ChoiceGroup } from '@/components/ui/choice-group';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { unitPolicySchema, type UnitPolicy } from '@/lib/protocol/unit';
import { putPolicy } from '@/lib/queries/units';

const WORDS: Readonly<Record<UnitPolicy, { readonly word: string; readonly use: string }>> = {
  off: { word: 'Off', use: 'Every change is taken and nothing is said about it.' },
  warn: { word: 'Warn', use: 'Every change is taken; an unusual one is remarked on the unit’s row.' },
  enforce: { word: 'Enforce', use: 'An unusual change is refused, and the reason is said.' },
};

interface PolicyChoiceProps {
  readonly policy: UnitPolicy;
}

/** What is done with a change of status that is not among the expected ones. Takes effect at once, for everybody. */
export function PolicyChoice({ policy }: PolicyChoiceProps) {
  const queryClient = useQueryClient();
  const [sending, setSending] = useState<UnitPolicy | null>(null);
  const [refused, setRefused] = useState<string | null>(null);

  const choose = async (wanted: UnitPolicy) => {
    setSending(wanted);
    setRefused(null);
    try {
      putCodes(queryClient, await putPolicy(wanted));
    } catch (error) {
      setRefused(error instanceof Error ? error.message : 'The reason is not known.');
    }
    setSending(null);
  };
  return (
    <Panel title="Unusual changes of status" bodyClassName="grid gap-2 p-3">
      <ChoiceGroup label="What is done with them" aside={sending ? `Setting ${WORDS[sending].word}` : undefined} className="max-w-2xl">
        <div className="grid gap-1">
          {unitPolicySchema.options.map((option) => (
            <label key={option} className="flex items-baseline gap-2.5 rounded-md border px-3 py-1.5 text-sm has-checked:border-accent has-checked:bg-accent/10">
              <input
                type="radio"
                name="policy"
                value={option}
                checked={policy === option}
                onChange={() => void choose(option)}
                className="relative top-0.5 accent-accent"
              />
              <span className="w-16 shrink-0 font-medium">{WORDS[option].word}</span>
              <span className="text-text-muted">{WORDS[option].use}</span>
            </label>
          ))}
        </div>
      </ChoiceGroup>
      {refused ? <Notice tone="warning">The policy was not changed. {refused}</Notice> : null}
    </Panel>
  );
}
