import { describe, expect, it } from 'vitest';
import { EMPTY_ROOM_DRAFT, type RoomDraft } from '@/stores/room-draft';
import { reopen } from './box-actions';
import { composeEntry, draftProblem } from './compose-entry';

const now = Date.parse('2026-11-21T12:00:00.000Z');
const draft = (patch: Partial<RoomDraft> = {}): RoomDraft => ({ ...EMPTY_ROOM_DRAFT, text: ' Smoke is black \n', ...patch });
const compose = (patch: Partial<RoomDraft> = {}, status: Parameters<typeof composeEntry>[0]['incident']['status'] = 'active', reporter: string | null = null) =>
  composeEntry({ draft: draft(patch), incident: { status, reporter }, clientMsgId: 'id-00000000', now });

describe('the entry that a draft makes', () => {
  it('bears the time it was written at', () => {
    expect(compose()).toEqual({ entry: { kind: 'utterance', text: 'Smoke is black', clientMsgId: 'id-00000000', occurredAt: '2026-11-21T12:00:00.000Z', speaker: null } });
  });

  it('says whose words they are', () => {
    expect(compose({ speaker: 'unit:A1' })).toMatchObject({ entry: { speaker: { role: 'unit', label: 'A1' } } });
    expect(compose({ speaker: 'caller' })).toMatchObject({ entry: { speaker: { role: 'caller', label: 'Caller' } } });
    expect(compose({ speaker: 'caller' }, 'active', 'Ola')).toMatchObject({ entry: { speaker: { role: 'caller', label: 'Ola' } } });
  });

  it('names whom a request is meant for, and only a request does', () => {
    expect(compose({ kind: 'intervention', addressee: ' A1 ' })).toMatchObject({ entry: { addressee: 'A1' } });
    expect(compose({ kind: 'note', addressee: 'A1' })).not.toHaveProperty('entry.addressee');
  });

  it('names what it answers or corrects', () => {
    expect(compose({ kind: 'intervention_response', aboutId: 'e1' })).toMatchObject({ entry: { inReplyTo: 'e1' } });
    expect(compose({ kind: 'correction', aboutId: 'e1' })).toMatchObject({ entry: { supersedesId: 'e1' } });
  });

  it.each([
    ['nothing was written', { text: '  ' }, 'active'],
    ['it is too long', { text: 'x'.repeat(4_001) }, 'active'],
    ['the room is paused', {}, 'paused'],
    ['the incident is completed', {}, 'completed'],
    ['the incident is closed', { kind: 'note' }, 'closed'],
  ] as const)('is none while %s', (_why, patch, status) => {
    expect(compose(patch, status)).toHaveProperty('problem');
  });

  it('is refused for as long as its reason stands, and no longer (A12)', () => {
    expect(draftProblem(draft(), 'paused')).toMatch(/paused/);
    expect(draftProblem(draft(), 'completed')).toMatch(/completed/);
    expect(draftProblem(draft(), 'active')).toBeNull();
    expect(draftProblem(draft({ kind: 'note' }), 'paused')).toBeNull();
  });

  it('may be a note while the room is paused', () => {
    expect(compose({ kind: 'note' }, 'paused')).toHaveProperty('entry');
  });
});

describe('putting a refused entry back into the box', () => {
  it('brings back all of it into an empty box', () => {
    const written = draft({ kind: 'intervention', addressee: 'A1', speaker: 'unit:B2', text: 'Stop' });
    const composed = composeEntry({ draft: written, incident: { status: 'active', reporter: null }, clientMsgId: 'id-00000000', now });
    if ('problem' in composed) throw new Error(composed.problem);
    expect(reopen(EMPTY_ROOM_DRAFT, composed.entry)).toEqual(written);
  });

  it('keeps what stands there already', () => {
    const composed = compose({ text: 'refused' });
    if ('problem' in composed) throw new Error(composed.problem);
    expect(reopen(draft({ kind: 'note', text: 'typed since' }), composed.entry)).toMatchObject({ kind: 'note', text: 'refused\ntyped since' });
  });
});
