'use client';

import { useState, type FormEvent, type KeyboardEvent } from 'react';
import { TYPE_WORDS } from '@/components/incidents/type-words';
import { PRIORITY_LOOK } from '@/components/incidents/priority-look';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Kbd } from '@/components/ui/kbd';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { Meanwhile } from '@/components/ui/meanwhile';
import { useBackWords } from '@/components/ui/use-back-words';
import { ownValue } from '@/lib/core/own-value';
import type { Me } from '@/lib/protocol/answers';
import { INCIDENT_REPORTER_MAX, INCIDENT_TITLE_MAX, INCIDENT_TYPES, PRIORITIES, type Incident } from '@/lib/protocol/incident';
import { ADDRESS_MAX } from '@/lib/protocol/place';
import { RequestError } from '@/lib/queries/http';
import { changesBetween, draftOf, fieldsThatDiffer, patchFrom, typedInto, type IncidentDraft } from './incident-draft';
import { keepEdit, loadEdit, type Edit } from './kept-edit';
import { useIncidentWrite } from './use-incident-write';

/** What the server calls a field that it knows by another name. */
const PATHS: Readonly<Record<string, readonly string[]>> = { address: ['location.address'], coordinates: ['location.lat', 'location.lng'] };

interface EditFormProps {
  /** As it is now; changes under the form when somebody else saves. */
  readonly incident: Incident;
  readonly me: Me;
  /** `isUnsaved`: what was typed is kept and stands there again the next time. */
  readonly onClose: (isUnsaved: boolean) => void;
}

/** The fields of an incident, edited in place. What is typed stays until it is saved or dropped, whatever others save meanwhile, over a reload too. */
export function EditForm({ incident, me, onClose }: EditFormProps) {
  const [edit, setEdit] = useState(() => loadEdit(sessionStorage, me.id, incident));
  const { seen, typed } = edit;
  const [unreadable, setUnreadable] = useState<{ field: string; problem: string } | null>(null);
  const mine = fieldsThatDiffer(typed, incident);
  const close = () => {
    keepEdit(sessionStorage, me.id, incident.id, null);
    onClose(false);
  };
  const write = useIncidentWrite(incident.id, close);
  const shown = { ...draftOf(incident), ...typed };
  const theirs = changesBetween(seen, incident);

  const change = (next: Edit) => {
    setEdit(next);
    keepEdit(sessionStorage, me.id, incident.id, next);
  };
  const type = <K extends keyof IncidentDraft>(field: K, value: IncidentDraft[K]) => change({ seen, typed: typedInto(typed, incident, field, value) });
  const save = (version: number) => {
    const result = patchFrom(typed, incident);
    setUnreadable('problem' in result ? result : null);
    if ('problem' in result) return;
    if (Object.keys(result.patch).length === 0) return close();
    write.mutate({ patch: { ...result.patch, version } });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // Fields that look the same after all need nobody's eyes.
    if (!write.isPending) save(theirs.length === 0 ? incident.version : seen.version);
  };
  const applyAgain = () => {
    change({ seen: incident, typed });
    save(incident.version);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.stopPropagation();
    // What was typed waits for the form to be opened again; dropping it takes its button.
    if (mine.length > 0) onClose(true);
    else close();
  };

  const { error } = write;
  const failure = useBackWords(error?.message ?? null);
  const stale = error instanceof RequestError && error.code === 'stale_version';
  const problemOf = (field: string): string | undefined => {
    if (unreadable?.field === field) return unreadable.problem;
    const paths = ownValue(PATHS, field) ?? [field];
    return error instanceof RequestError ? error.fields.find((problem) => paths.includes(problem.path))?.message : undefined;
  };

  return (
    <form aria-label="Edit the incident" onSubmit={submit} onKeyDown={onKeyDown} noValidate className="grid gap-3">
      <div className="grid gap-3 lg:grid-cols-6">
        <Field label="Title" className="lg:col-span-4" error={problemOf('title')}>
          {(wiring) => <Input {...wiring} autoFocus autoComplete="off" maxLength={INCIDENT_TITLE_MAX} value={shown.title} onChange={(event) => type('title', event.target.value)} />}
        </Field>
        <Field label="Priority">
          {(wiring) => (
            <Select {...wiring} className="w-full" value={shown.priority} onChange={(event) => type('priority', PRIORITIES.find((priority) => priority === event.target.value) ?? shown.priority)}>
              {PRIORITIES.map((priority) => (
                <option key={priority} value={priority}>
                  {priority} {PRIORITY_LOOK[priority].word}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label="Type">
          {(wiring) => (
            <Select {...wiring} className="w-full" value={shown.type} onChange={(event) => type('type', INCIDENT_TYPES.find((known) => known === event.target.value) ?? shown.type)}>
              {INCIDENT_TYPES.map((known) => (
                <option key={known} value={known}>
                  {TYPE_WORDS[known]}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label="Address" className="lg:col-span-2" error={problemOf('address')}>
          {(wiring) => <Input {...wiring} autoComplete="off" maxLength={ADDRESS_MAX} value={shown.address} onChange={(event) => type('address', event.target.value)} />}
        </Field>
        <Field label="Coordinates" className="lg:col-span-2" error={problemOf('coordinates')}>
          {(wiring) => <Input {...wiring} autoComplete="off" inputMode="decimal" placeholder="59.9139, 10.7522" value={shown.coordinates} onChange={(event) => type('coordinates', event.target.value)} />}
        </Field>
        <Field label="Reporter" error={problemOf('reporter')}>
          {(wiring) => <Input {...wiring} autoComplete="off" maxLength={INCIDENT_REPORTER_MAX} value={shown.reporter} onChange={(event) => type('reporter', event.target.value)} />}
        </Field>
        <Field label="Owner" error={problemOf('ownerId')}>
          {(wiring) => (
            <Select {...wiring} className="w-full" value={shown.ownerId} onChange={(event) => type('ownerId', event.target.value)}>
              <option value="">nobody</option>
              <option value={me.id}>{me.name} (you)</option>
              {incident.owner && incident.owner.id !== me.id ? <option value={incident.owner.id}>{incident.owner.name}</option> : null}
            </Select>
          )}
        </Field>
      </div>
      {theirs.length > 0 ? <Meanwhile what="incident" changes={theirs} typed={mine} /> : null}
      {error && !(stale && theirs.length > 0) ? <Notice tone="warning">Not saved. {failure} What you typed is kept.</Notice> : null}
      <div className="flex flex-wrap items-center gap-2">
        {theirs.length > 0 && mine.length > 0 ? (
          <Button look="primary" size="sm" disabled={write.isPending} onClick={applyAgain}>
            {write.isPending ? 'Saving' : 'Apply mine again'}
          </Button>
        ) : (
          <Button type="submit" look="primary" size="sm" disabled={write.isPending} aria-keyshortcuts="Enter">
            {write.isPending ? 'Saving' : 'Save'}
            <Kbd keys="⏎" />
          </Button>
        )}
        <Button size="sm" look="quiet" onClick={close}>
          {mine.length > 0 ? 'Drop what I typed' : 'Close'}
        </Button>
      </div>
    </form>
  );
}
