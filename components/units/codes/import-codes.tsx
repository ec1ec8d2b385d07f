'use client';

import { Download } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ChoiceGroup } from '@/components/ui/choice-group';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { Textarea } from '@/components/ui/textarea';
import { planCodes, type CodesMode } from '@/lib/protocol/status-code';
import type { StatusCode, Unit } from '@/lib/protocol/unit';
import { putCodes } from '@/lib/queries/units';
import { settableCodes } from '../code-choice';
import { readCodesCsv, writeCodesCsv } from './codes-csv';
import { ImportPreview } from './import-preview';
import { readFileText } from './read-file-text';
import { useChangeCodes } from './use-change-codes';

const MODES: Readonly<Record<CodesMode, { readonly word: string; readonly use: string }>> = {
  merge: { word: 'Merge', use: 'What it names is added or changed; all other codes stay.' },
  replace: { word: 'Replace', use: 'It becomes the whole list, in its order; codes it does not name are removed.' },
};

interface ImportCodesProps {
  readonly codes: readonly StatusCode[];
  readonly codesVersion: number;
  readonly units: readonly Unit[];
}

/** Takes a list of codes from CSV, pasted or out of a file. What it makes of the present one is shown first; nothing is saved before every line is good. */
export function ImportCodes({ codes, codesVersion, units }: ImportCodesProps) {
  const [csv, setCsv] = useState('');
  const [mode, setMode] = useState<CodesMode>('merge');
  const [sending, setSending] = useState(false);
  const [said, setSaid] = useState<{ readonly ok: boolean; readonly words: string } | null>(null);
  const change = useChangeCodes();
  const helpId = useId();
  const present = useMemo(() => settableCodes(codes), [codes]);
  const read = useMemo(() => readCodesCsv(csv), [csv]);
  const plan = useMemo(() => planCodes(present, read.lines.map(({ given }) => given), mode), [present, read, mode]);
  const problems = [...read.problems, ...plan.problems.map(({ index, message }) => ({ line: read.lines[index]?.line ?? 1, message }))].sort((a, b) => a.line - b.line);
  const { length: changes } = [...plan.added, ...plan.changed, ...plan.removed];
  const good = problems.length === 0 && read.lines.length > 0;

  const take = (text: string) => {
    setCsv(text);
    setSaid(null);
  };
  const takeFile = async (file: File | undefined) => {
    if (!file) return;
    const { text, problem } = await readFileText(file);
    take(text);
    if (problem !== null) setSaid({ ok: false, words: problem });
  };
  const save = async () => {
    setSending(true);
    setSaid(null);
    const changed = await change(() => putCodes(mode, read.lines.map(({ given }) => given), codesVersion));
    setSending(false);
    if (changed.ok) setCsv('');
    setSaid(changed.ok ? { ok: true, words: `Saved: ${plan.added.length} added, ${plan.changed.length} changed, ${plan.removed.length} removed.` } : { ok: false, words: `Not saved. ${changed.message}` });
  };
  return (
    <Panel
      title="The list as a file"
      actions={
        <Button size="sm" look="quiet" disabled={present.length === 0} onClick={() => download(writeCodesCsv(present))}>
          <Download aria-hidden size={16} />
          Download CSV
        </Button>
      }
      bodyClassName="grid gap-3 p-3"
    >
      <div className="grid gap-3 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="grid content-start gap-1">
          <label htmlFor={`${helpId}-csv`} className="text-sm font-medium">
            Paste CSV here
          </label>
          <Textarea
            id={`${helpId}-csv`}
            aria-describedby={helpId}
            spellCheck={false}
            rows={5}
            className="figures font-mono text-sm"
            placeholder={'code,label,state,colour\n10-8,In service,available_mobile,#2da44e'}
            value={csv}
            onChange={(event) => take(event.target.value)}
          />
          <p id={helpId} className="text-xs text-text-muted">
            Columns code, label and state, then if you like colour, note, minutes, warn after s, alert after s. Comma, semicolon or tab.
          </p>
          <label className="mt-1 flex flex-wrap items-center gap-2 text-sm">
            or choose a file
            <input
              type="file"
              accept=".csv,.txt,.tsv,text/csv,text/plain"
              className="max-w-full text-sm file:mr-2 file:h-8 file:rounded-md file:border file:border-line-strong file:bg-surface-raised file:px-2.5 file:text-sm file:font-medium"
              onChange={(event) => {
                void takeFile(event.target.files?.[0]);
                // The same file chosen again is read again: it may have been corrected.
                event.target.value = '';
              }}
            />
          </label>
        </div>
        <ChoiceGroup label="The codes that it does not name">
          <div className="grid gap-1">
            {(['merge', 'replace'] as const).map((option) => (
              <label key={option} className="flex items-baseline gap-2.5 rounded-md border px-3 py-1.5 text-sm has-checked:border-accent has-checked:bg-accent/10">
                <input type="radio" name="codes-mode" value={option} checked={mode === option} onChange={() => setMode(option)} className="relative top-0.5 accent-accent" />
                <span className="w-16 shrink-0 font-medium">{MODES[option].word}</span>
                <span className="text-text-muted">{MODES[option].use}</span>
              </label>
            ))}
          </div>
        </ChoiceGroup>
      </div>
      {said ? <Notice tone={said.ok ? 'ok' : 'warning'}>{said.words}</Notice> : null}
      {csv.trim() === '' ? null : (
        <>
          <ImportPreview lines={read.lines} problems={problems} leftOut={read.leftOut} plan={plan} units={units} />
          <div className="flex flex-wrap items-center gap-2">
            <Button look="primary" disabled={!good || changes === 0 || sending} onClick={() => void save()}>
              {sending ? 'Saving' : mode === 'replace' ? 'Replace the list' : 'Merge into the list'}
            </Button>
            <Button look="quiet" disabled={sending} onClick={() => take('')}>
              Drop
            </Button>
            <span className="text-xs text-text-muted">{good ? (changes === 0 ? 'The list is like this already.' : '') : 'Nothing is saved until every line is good.'}</span>
          </div>
        </>
      )}
    </Panel>
  );
}

function download(csv: string): void {
  // Spreadsheets know by its first character that the file is UTF-8.
  const href = URL.createObjectURL(new Blob([`\ufeff${csv}`], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = href;
  link.download = 'unit-status-codes.csv';
  link.click();
  URL.revokeObjectURL(href);
}
