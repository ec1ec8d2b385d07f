'use client';

import type { ReactNode } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import type { Monitor } from '@/lib/protocol/monitor';
import { takesSecret } from '../kind-words';
import { FIELD_LABELS } from './changes';
import { DNS_RECORDS, HTTP_METHODS, type Draft } from './draft';
import { DraftInput } from './draft-input';
import { HeartbeatFields } from './heartbeat-fields';
import type { MonitorForm } from './use-monitor-form';

interface KindFieldsProps {
  readonly form: MonitorForm['form'];
  readonly draft: Draft;
  /** What is edited; null for a new one. */
  readonly monitor: Monitor | null;
}

/** What has to be known to look at a service, by its kind. */
export function KindFields({ form, draft, monitor }: KindFieldsProps): ReactNode {
  const { kind } = draft;
  if (takesSecret(kind)) return <SecretField form={form} kind={kind} monitor={monitor} />;
  switch (kind) {
    case 'http':
      return <HttpFields form={form} />;
    case 'tcp':
      return (
        <Pair>
          <DraftInput form={form} field="host" hint="A name or an address" maxLength={253} fieldClassName="@min-[380px]:col-span-2" />
          <DraftInput form={form} field="port" inputMode="numeric" maxLength={6} />
        </Pair>
      );
    case 'tls':
      return (
        <Pair>
          <DraftInput form={form} field="host" hint="The name that the certificate must bear" maxLength={253} fieldClassName="@min-[380px]:col-span-2" />
          <DraftInput form={form} field="tlsPort" inputMode="numeric" maxLength={6} />
          <DraftInput form={form} field="warnDays" inputMode="numeric" maxLength={4} fieldClassName="@min-[380px]:col-span-3" />
        </Pair>
      );
    case 'dns':
      return <DnsFields form={form} />;
    case 'push':
      return <HeartbeatFields form={form} draft={draft} path={monitor?.pushPath ?? null} />;
    case 'system':
      return (
        <div className="grid items-start gap-3 @min-[380px]:grid-cols-2">
          <DraftInput form={form} field="diskWarn" inputMode="numeric" maxLength={3} />
          <DraftInput form={form} field="diskFail" inputMode="numeric" maxLength={3} />
          <DraftInput form={form} field="memoryWarn" inputMode="numeric" maxLength={3} />
          <DraftInput form={form} field="memoryFail" inputMode="numeric" maxLength={3} />
        </div>
      );
    default:
      return null;
  }
}

type FormProp = Pick<KindFieldsProps, 'form'>;

function HttpFields({ form }: FormProp) {
  return (
    <>
      <DraftInput form={form} field="url" hint="Begins with https:// or http://, or with / for a page of Watchroom" inputMode="url" maxLength={2_000} />
      <div className="grid items-start gap-3 @min-[380px]:grid-cols-3">
        <Field label={FIELD_LABELS.method} error={form.formState.errors.method?.message}>
          {(wiring) => (
            <Select {...wiring} {...form.register('method')} className="w-full">
              {HTTP_METHODS.map((method) => (
                <option key={method}>{method}</option>
              ))}
            </Select>
          )}
        </Field>
        <DraftInput form={form} field="statusFrom" inputMode="numeric" maxLength={3} />
        <DraftInput form={form} field="statusTo" inputMode="numeric" maxLength={3} />
      </div>
      <div className="grid gap-1.5">
        <DraftInput form={form} field="keyword" hint="Must occur. Empty: the text is not looked at" maxLength={200} />
        <Tick label="Must not occur" field={form.register('keywordAbsent')} />
      </div>
      <div className="grid items-start gap-3 @min-[380px]:grid-cols-2">
        <DraftInput form={form} field="jsonPointer" hint="A value in a JSON answer, such as /status" maxLength={300} />
        <DraftInput form={form} field="jsonEquals" hint="ok, 42, true, null; in quotes it is text" maxLength={200} />
      </div>
    </>
  );
}

function DnsFields({ form }: FormProp) {
  return (
    <div className="grid items-start gap-3 @min-[380px]:grid-cols-3">
      <DraftInput form={form} field="dnsName" maxLength={253} fieldClassName="@min-[380px]:col-span-2" />
      <Field label={FIELD_LABELS.record} error={form.formState.errors.record?.message}>
        {(wiring) => (
          <Select {...wiring} {...form.register('record')} className="w-full">
            {DNS_RECORDS.map((record) => (
              <option key={record} value={record}>
                {record === 'ADDRESS' ? 'address' : record}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <DraftInput form={form} field="expects" hint="Must be among the answers. Empty: any answer is good" maxLength={255} fieldClassName="@min-[380px]:col-span-3" />
    </div>
  );
}

function SecretField({ form, kind, monitor }: Omit<KindFieldsProps, 'draft'> & Pick<Draft, 'kind'>) {
  const [sort, own] = kind === 'redis' ? ['redis://', 'Redis'] : ['postgresql://', 'database'];
  return (
    <DraftInput
      form={form}
      field="secret"
      type="password"
      autoComplete="new-password"
      maxLength={1_000}
      placeholder={`${sort}…`}
      aside={monitor?.hasSecret ? 'one is stored' : null}
      hint={monitor?.hasSecret ? 'Never shown again. Leave it empty to keep the one that is stored' : `Stored and never shown again. Empty: Watchroom’s own ${own}`}
    />
  );
}

function Pair({ children }: { readonly children: ReactNode }) {
  return <div className="grid items-start gap-3 @min-[380px]:grid-cols-3">{children}</div>;
}

function Tick({ label, field }: { readonly label: string; readonly field: ReturnType<MonitorForm['form']['register']> }) {
  return (
    <label className="flex items-center gap-2 text-sm">
      <Checkbox {...field} /> {label}
    </label>
  );
}
