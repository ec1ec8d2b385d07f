import { describe, expect, it } from 'vitest';
import type { Incident } from '@/lib/protocol/incident';
import { contextOf, recordsOf } from '@/testing/service-world';
import { useParts } from '@/testing/use-parts';

useParts();

const services = async () => ({
  ...(await import('./write')),
  ...(await import('./list')),
  ...(await import('./pin')),
  ...(await import('./presence')),
  ...(await import('@/lib/server/relay/log')),
  ...(await import('../incidents/create')),
  ...(await import('../incidents/transition')),
});

describe('the room of an incident (I3-I5)', () => {
  const room = async () => (await (await services()).createIncident(await contextOf('dispatcher1'), { title: 'A room', type: 'fire', priority: 'P2' })).incident;
  const entry = (text: string, more: object = {}) => ({ kind: 'utterance', text, clientMsgId: crypto.randomUUID(), ...more });
  const say = async (incident: Incident, input: object, name = 'dispatcher1') => (await services()).writeEntry(await contextOf(name), incident.id, input);
  const texts = async (incident: Incident) => (await (await services()).listEntries(await contextOf('observer'), incident.id)).items.map(({ text }) => text);
  const move = async (incident: Incident, action: string, more: object = {}) =>
    (await (await services()).transitionIncident(await contextOf('supervisor'), incident.id, { action, version: incident.version, ...more })).incident;

  it('numbers what many write at once without a gap, and tells it in that order', async () => {
    const incident = await room();
    await Promise.all(Array.from({ length: 60 }, (_, index) => say(incident, entry(`word ${index}`), `dispatcher${(index % 5) + 1}`)));
    const { items, lastSeq } = await (await services()).listEntries(await contextOf('observer'), incident.id);
    expect(items.map(({ seq }) => seq)).toEqual(Array.from({ length: 61 }, (_, index) => index + 1));
    expect(lastSeq).toBe(61);
    const { events } = await recordsOf(incident.id);
    const told = events.filter(({ type }) => type === 'utterance').map(({ json }) => (JSON.parse(json) as { data: { entry: { seq: number } } }).data.entry.seq);
    expect(told).toEqual(items.map(({ seq }) => seq));
  });

  it('takes the same message id once, and not from somebody else', async () => {
    const incident = await room();
    const once = entry('Only once');
    const answers = await Promise.all([1, 2, 3, 4].map(() => say(incident, once)));
    expect(new Set(answers.map((answer) => answer.entry.id)).size).toBe(1);
    expect(answers.filter(({ created }) => created)).toHaveLength(1);
    await expect(say(incident, once, 'dispatcher2')).rejects.toMatchObject({ code: 'conflict' });
    expect((await texts(incident)).filter((text) => text === 'Only once')).toHaveLength(1);
  });

  it('that is paused refuses talk and takes notes; resumed it takes talk again', async () => {
    const active = await move(await room(), 'accept');
    const paused = await move(active, 'pause', { reason: 'Waiting for daylight' });
    await expect(say(paused, entry('Not now'))).rejects.toMatchObject({ code: 'room_paused' });
    await say(paused, entry('A note', { kind: 'note' }));
    await move(paused, 'resume');
    await say(paused, entry('Now'));
    expect((await texts(paused)).slice(-3)).toEqual(['A note', 'Resumed: paused → active', 'Now']);
  });

  it('that is completed takes notes and corrections alone, and closed nothing', async () => {
    const completed = await move(await move(await room(), 'accept'), 'complete', { disposition: 'resolved' });
    await expect(say(completed, entry('Too late'))).rejects.toMatchObject({ code: 'room_ended' });
    await say(completed, entry('For the report', { kind: 'note' }));
    const closed = await move(completed, 'close');
    await expect(say(closed, entry('Too late', { kind: 'note' }))).rejects.toMatchObject({ code: 'room_ended' });
  });

  it('tells pause, resume and complete by those names', async () => {
    const active = await move(await room(), 'accept');
    const resumed = await move(await move(active, 'pause', { reason: 'Wait' }), 'resume');
    await move(resumed, 'complete', { disposition: 'resolved' });
    const { events } = await recordsOf(active.id);
    expect(events.map(({ type }) => type).filter((type) => !type.startsWith('incident.') && type !== 'utterance')).toEqual(['phase_transition', 'pause', 'resume', 'complete']);
  });

  it('has answers to questions and corrections of entries, each naming one of this room', async () => {
    const incident = await room();
    const question = (await say(incident, entry('Is the gas off?', { kind: 'intervention', addressee: 'L11' }))).entry;
    const answer = (await say(incident, entry('Yes, since 14:02', { kind: 'intervention_response', inReplyTo: question.id }))).entry;
    const correction = (await say(incident, entry('Since 14:12', { kind: 'correction', supersedesId: answer.id }))).entry;
    expect([answer.inReplyTo, correction.supersedesId]).toEqual([question.id, answer.id]);
    expect(await texts(incident)).toContain('Yes, since 14:02');
    const elsewhere = await room();
    await expect(say(elsewhere, entry('Yes', { kind: 'intervention_response', inReplyTo: question.id }))).rejects.toMatchObject({ code: 'not_found' });
    await expect(say(incident, entry('Yes', { kind: 'intervention_response', inReplyTo: answer.id }))).rejects.toMatchObject({ code: 'not_allowed_now' });
    await expect(say(incident, entry('Yes', { kind: 'intervention_response' }))).rejects.toMatchObject({ code: 'invalid' });
    await expect(say(incident, entry('Yes', { supersedesId: answer.id }))).rejects.toMatchObject({ code: 'invalid' });
  });

  it('is append-only in the database itself, but for pins', async () => {
    const { db } = await import('@/lib/server/db/client');
    const incident = await room();
    const { entry: said } = await say(incident, entry('As it was said'));
    await expect(db().incidentLogEntry.update({ where: { id: said.id }, data: { text: 'Otherwise' } })).rejects.toThrow(/only be added/);
    await expect(db().incidentLogEntry.delete({ where: { id: said.id } })).rejects.toThrow(/only be added/);
    const { pinEntry } = await services();
    expect((await pinEntry(await contextOf('dispatcher2'), incident.id, said.id, { pinned: true })).entry.pinned).toBe(true);
    await pinEntry(await contextOf('dispatcher2'), incident.id, said.id, { pinned: true });
    expect((await recordsOf(incident.id)).events.filter(({ type }) => type === 'entry.pinned')).toHaveLength(1);
  });

  it('knows who is there, and that they have left', async () => {
    const { notePresence, readPresent } = await services();
    const incident = await room();
    const [one, two] = [await contextOf('dispatcher1'), await contextOf('observer')];
    await notePresence(one, incident.id, true);
    expect((await notePresence(two, incident.id, true)).map(({ userId }) => userId).sort()).toEqual([one.actor.id, two.actor.id].sort());
    await notePresence(two, incident.id, false);
    expect(await readPresent(incident.id)).toMatchObject([{ userId: one.actor.id }]);
  });

  it('tells who is there without a place in the event log, and knows no room without an incident (A9)', async () => {
    const { notePresence, readPresent, eventLog } = await services();
    const incident = await room();
    const ctx = await contextOf('dispatcher1');
    const { last } = await eventLog().ends();
    await notePresence(ctx, incident.id, true);
    await notePresence(ctx, incident.id, false);
    expect((await eventLog().readAfter(last, 100)).entries).toEqual([]);
    for (const here of [true, false]) await expect(notePresence(ctx, 'no-such-incident', here)).rejects.toMatchObject({ code: 'not_found' });
    expect(await readPresent('no-such-incident')).toEqual([]);
  });

  it('lists by number from either end', async () => {
    const { listEntries } = await services();
    const incident = await room();
    for (let index = 2; index <= 9; index += 1) await say(incident, entry(`word ${index}`));
    const ctx = await contextOf('observer');
    const seqs = async (query: object) => (await listEntries(ctx, incident.id, query)).items.map(({ seq }) => seq);
    expect(await seqs({ after: '5' })).toEqual([6, 7, 8, 9]);
    expect(await seqs({ before: '5', limit: 2 })).toEqual([3, 4]);
    expect(await seqs({ last: '', limit: 3 })).toEqual([7, 8, 9]);
    await expect(listEntries(ctx, incident.id, { after: 'x' })).rejects.toMatchObject({ code: 'invalid' });
    await expect(listEntries(ctx, 'nobody')).rejects.toMatchObject({ code: 'not_found' });
  });
});
