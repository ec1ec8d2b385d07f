'use client';

import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent, type KeyboardEvent } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Kbd } from '@/components/ui/kbd';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import {
  CANCEL_REASONS,
  DISPOSITIONS,
  INCIDENT_REASON_MAX,
  INCIDENT_TRANSITIONS,
  type Incident,
  type IncidentAction,
  type TransitionIncident,
} from '@/lib/protocol/incident';
import { RequestError } from '@/lib/queries/http';
import { openIncidentsQuery } from '@/lib/queries/incidents';
import { useConnection } from '@/stores/connection';
import { ACTION_LOOK, CANCEL_WORDS, DISPOSITION_WORDS } from './actions';
import { ReleaseUnits } from './release-units';
import type { useIncidentWrite } from './use-incident-write';

interface ActionFormProps {
  readonly action: IncidentAction;
  readonly incident: Incident;
  readonly write: ReturnType<typeof useIncidentWrite>;
  readonly onClose: () => void;
}

const REVIEW_MINUTES = ['', '15', '30', '60', '120', '240'] as const;

/** What a step asks for, in place under its button. A refused one leaves it as it was. */
export function ActionForm({ action, incident, write, onClose }: ActionFormProps) {
  const { needs } = INCIDENT_TRANSITIONS[action];
  const [reason, setReason] = useState('');
  const [disposition, setDisposition] = useState('');
  const [targetId, setTargetId] = useState('');
  const [reviewIn, setReviewIn] = useState('30');
  const [releaseUnits, setReleaseUnits] = useState(false);
  const { word, does } = ACTION_LOOK[action];
  const problem = (path: string) => (write.error instanceof RequestError ? write.error.fields.find((field) => field.path === path)?.message : undefined);

  const send = () => {
    if (write.isPending) return;
    const reviewAt = action === 'pause' && reviewIn ? new Date(Date.now() + useConnection.getState().clockOffsetMs + Number(reviewIn) * 60_000).toISOString() : null;
    const transition: TransitionIncident = {
      action,
      version: incident.version,
      ...(reason.trim() ? { reason } : {}),
      disposition: DISPOSITIONS.find((known) => known === disposition) ?? null,
      ...(targetId ? { targetId } : {}),
      ...(reviewAt ? { reviewAt } : {}),
      releaseUnits,
    };
    write.mutate({ transition });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onClose();
    }
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing && event.target instanceof HTMLTextAreaElement) {
      event.preventDefault();
      send();
    }
  };

  return (
    <form aria-label={word} onSubmit={submit} onKeyDown={onKeyDown} noValidate className="grid gap-3 rounded-md border bg-surface p-3">
      <p className="text-sm text-text-muted">{does}</p>
      <div className="flex flex-wrap items-start gap-3">
        {needs.includes('reason') ? (
          <Field label="Reason" className="min-w-64 flex-1" error={problem('reason')}>
            {(wiring) => <Textarea {...wiring} autoFocus rows={2} className="min-h-14" maxLength={INCIDENT_REASON_MAX} value={reason} onChange={(event) => setReason(event.target.value)} />}
          </Field>
        ) : null}
        {action === 'pause' ? (
          <Field label="Look again" error={problem('reviewAt')}>
            {(wiring) => (
              <Select {...wiring} value={reviewIn} onChange={(event) => setReviewIn(event.target.value)}>
                {REVIEW_MINUTES.map((minutes) => (
                  <option key={minutes} value={minutes}>
                    {minutes === '' ? 'no time set' : Number(minutes) < 60 ? `in ${minutes} min` : `in ${Number(minutes) / 60} h`}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        ) : null}
        {needs.includes('cancel_reason') ? (
          <Choice label="Reason" value={reason} onChange={setReason} options={CANCEL_REASONS.map((known) => [known, CANCEL_WORDS[known]])} error={problem('reason')} />
        ) : null}
        {needs.includes('disposition') ? (
          <Choice label="How it ended" value={disposition} onChange={setDisposition} options={DISPOSITIONS.map((known) => [known, DISPOSITION_WORDS[known]])} error={problem('disposition')} />
        ) : null}
        {needs.includes('target') ? <TargetChoice incidentId={incident.id} value={targetId} onChange={setTargetId} error={problem('targetId')} /> : null}
        {action === 'complete' ? <ReleaseUnits incidentId={incident.id} checked={releaseUnits} onChange={setReleaseUnits} /> : null}
      </div>
      <div className="flex items-center gap-2">
        <Button type="submit" look="primary" size="sm" disabled={write.isPending} aria-keyshortcuts="Enter">
          {write.isPending ? 'Working' : word}
          <Kbd keys="⏎" />
        </Button>
        <Button size="sm" look="quiet" onClick={onClose} aria-keyshortcuts="Escape">
          Leave it
          <Kbd keys="Esc" />
        </Button>
      </div>
    </form>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly (readonly [value: string, word: string])[];
  readonly error: string | undefined;
}

function Choice({ label, value, onChange, options, error }: ChoiceProps) {
  return (
    <Field label={label} error={error}>
      {(wiring) => (
        <Select {...wiring} autoFocus value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">Choose</option>
          {options.map(([option, word]) => (
            <option key={option} value={option}>
              {word}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

interface TargetChoiceProps extends Omit<ChoiceProps, 'label' | 'options'> {
  readonly incidentId: string;
}

function TargetChoice({ incidentId, ...props }: TargetChoiceProps) {
  const { data } = useQuery(openIncidentsQuery);
  const targets = (data?.items ?? []).filter(({ id, status }) => id !== incidentId && INCIDENT_TRANSITIONS.merge.from.includes(status));
  return <Choice {...props} label="Belongs to" options={targets.map(({ id, number, title }) => [id, `${number} ${title}`])} />;
}
