import { queryOptions } from '@tanstack/react-query';
import { codesAnswerSchema, unitAnswerSchema, unitListSchema } from '@/lib/protocol/board-answers';
import type { CodesMode, NewCode } from '@/lib/protocol/status-code';
import type { CreateUnit, PatchUnit, SetUnitStatus, UnitPolicy } from '@/lib/protocol/unit';
import { request } from './http';

/** Cache keys of units: one list with its codes and policy, kept by the snapshot and the stream. */
export const unitKeys = { all: ['units'] as const };

/** Every unit, the status codes and the policy. */
export const unitsQuery = queryOptions({
  queryKey: unitKeys.all,
  queryFn: ({ signal }) => request('/api/units', unitListSchema, { signal }),
});

/** Gives a unit a status. The same again stamps its time anew. */
export function setUnitStatus(unitId: string, status: SetUnitStatus) {
  return write(unitId, 'status', status);
}

/** Sends a unit to an incident. */
export function assignUnit(unitId: string, incidentId: string) {
  return write(unitId, 'assign', { incidentId });
}

/** Takes a unit off its incident. */
export function clearUnit(unitId: string) {
  return write(unitId, 'clear', {});
}

/** Takes note, for all dispatchers, that a unit has been in its status for long. */
export function ackUnit(unitId: string, note?: string) {
  return write(unitId, 'ack', note ? { note } : {});
}

/** Silences a unit's time limits for all dispatchers; 0 ends that. */
export function muteUnit(unitId: string, minutes: 0 | 15 | 30 | 60) {
  return write(unitId, 'mute', { minutes });
}

/** Enters a unit; one that was retired under this call sign is back. Admins. */
export function createUnit(unit: CreateUnit) {
  return request('/api/units', unitAnswerSchema, { method: 'POST', body: unit });
}

/** Changes what a unit is. Admins. */
export function patchUnit(unitId: string, patch: PatchUnit) {
  return request(`/api/units/${encodeURIComponent(unitId)}`, unitAnswerSchema, { method: 'PATCH', body: patch });
}

/** Takes a unit off the board. Admins. */
export function retireUnit(unitId: string) {
  return request(`/api/units/${encodeURIComponent(unitId)}`, unitAnswerSchema, { method: 'DELETE' });
}

/** Edits a status code; `version` is the one that was seen. */
export function patchCode(code: string, patch: Record<string, unknown>) {
  return request(`/api/units/codes/${encodeURIComponent(code)}`, codesAnswerSchema, { method: 'PATCH', body: patch });
}

/** Adds a status code. */
export function addCode(code: Record<string, unknown>) {
  return request('/api/units/codes', codesAnswerSchema, { method: 'POST', body: code });
}

/** Takes a status code off the list; `version` is the one that was seen. */
export function removeCode(code: string, version: number) {
  return request(`/api/units/codes/${encodeURIComponent(code)}?version=${version}`, codesAnswerSchema, { method: 'DELETE' });
}

/** Gives the codes another order; `version` is that of the list that was seen. */
export function orderCodes(order: readonly string[], version: number) {
  return request('/api/units/codes', codesAnswerSchema, { method: 'PATCH', body: { version, order } });
}

/** Takes a whole list of codes, or lines for the one there is; `version` is that of the list that was seen. */
export function putCodes(mode: CodesMode, codes: readonly NewCode[], version: number) {
  return request('/api/units/codes', codesAnswerSchema, { method: 'PUT', body: { version, mode, codes } });
}

/** Chooses what is done with unusual changes of status. */
export function putPolicy(policy: UnitPolicy) {
  return request('/api/units/policy', codesAnswerSchema, { method: 'PUT', body: { policy } });
}

function write(unitId: string, act: string, body: object) {
  return request(`/api/units/${encodeURIComponent(unitId)}/${act}`, unitAnswerSchema, { method: 'POST', body });
}
