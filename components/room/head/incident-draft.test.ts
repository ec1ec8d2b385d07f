import { describe, expect, it } from 'vitest';
import { anIncident } from '@/components/incidents/testing';
import type { Incident } from '@/lib/protocol/incident';
import { changesBetween, draftOf, fieldsThatDiffer, patchFrom, typedInto } from './incident-draft';
import { keepEdit, loadEdit, type EditStorage } from './kept-edit';

const incident = anIncident('i1', {
  number: '2026-0001',
  version: 3,
  title: 'Fire in a garage',
  type: 'fire',
  priority: 'P2',
  status: 'active',
  location: { address: 'Storgata 1', lat: 59.9, lng: 10.7 },
  reporter: 'Ola',
});

describe('what is sent of an edited incident', () => {
  it('is only what was typed and differs', () => {
    expect(patchFrom({ title: 'Fire in a barn', priority: 'P2' }, incident)).toEqual({ patch: { title: 'Fire in a barn' } });
    expect(patchFrom({}, incident)).toEqual({ patch: {} });
  });

  it('leaves alone what somebody else changed meanwhile', () => {
    const theirs: Incident = { ...incident, version: 4, priority: 'P1', reporter: 'Kari' };
    expect(patchFrom({ title: 'Fire in a barn' }, theirs)).toEqual({ patch: { title: 'Fire in a barn' } });
  });

  it('is nothing where they wrote the same', () => {
    expect(patchFrom({ title: 'Fire in a barn' }, { ...incident, title: 'Fire in a barn' })).toEqual({ patch: {} });
  });

  it('keeps the coordinates of an address that is mended, and takes the place away with it', () => {
    expect(patchFrom({ address: 'Storgata 1 B' }, incident)).toEqual({ patch: { location: { address: 'Storgata 1 B', lat: 59.9, lng: 10.7 } } });
    expect(patchFrom({ address: 'Storgata 1 B', coordinates: '' }, incident)).toEqual({ patch: { location: { address: 'Storgata 1 B', lat: null, lng: null } } });
    expect(patchFrom({ address: '', coordinates: '' }, incident)).toEqual({ patch: { location: null } });
    expect(patchFrom({ address: '' }, incident)).toEqual({ patch: { location: { address: null, lat: 59.9, lng: 10.7 } } });
  });

  it('takes people away by leaving their field empty', () => {
    expect(patchFrom({ reporter: ' ', ownerId: '' }, { ...incident, owner: { id: 'u1', name: 'Kari' } })).toEqual({ patch: { reporter: null, ownerId: null } });
  });

  it.each(['north', '59.9', '59.9, 10.7, 3'])('says so when coordinates cannot be read: %s', (coordinates) => {
    expect(patchFrom({ coordinates }, incident)).toMatchObject({ field: 'coordinates' });
  });
});

describe('what counts as typed (A13)', () => {
  it('is what differs from what stands there', () => {
    const typed = typedInto({}, incident, 'title', 'Fire in a barn');
    expect(typed).toEqual({ title: 'Fire in a barn' });
    expect(fieldsThatDiffer(typed, incident)).toEqual(['title']);
    expect(fieldsThatDiffer(typed, { ...incident, title: 'Fire in a barn' })).toEqual([]);
  });

  it('is nothing once it stands there again as it was, whatever others write after that', () => {
    const typed = typedInto({ title: 'Fire in a barn', priority: 'P1' }, incident, 'title', incident.title);
    expect(typed).toEqual({ priority: 'P1' });
    expect(fieldsThatDiffer(typed, { ...incident, title: 'Fire in two barns' })).toEqual(['priority']);
  });
});

it('tells in words what changed', () => {
  const after: Incident = { ...incident, version: 4, priority: 'P1', status: 'stable', owner: { id: 'u1', name: 'Kari' } };
  expect(changesBetween(incident, after)).toEqual([
    { field: 'priority', label: 'Priority', before: 'P2', after: 'P1' },
    { field: 'ownerId', label: 'Owner', before: 'nobody', after: 'Kari' },
    { field: 'status', label: 'Status', before: 'active', after: 'stable' },
  ]);
  expect(changesBetween(incident, incident)).toEqual([]);
});

it('shows an incident without a place as empty fields', () => {
  expect(draftOf({ ...incident, location: null })).toMatchObject({ address: '', coordinates: '' });
});

it('keeps what was typed, and what was seen then, over a reload until it is saved or dropped', () => {
  const map = new Map<string, string>();
  const storage: EditStorage = { getItem: (key) => map.get(key) ?? null, setItem: (key, value) => void map.set(key, value), removeItem: (key) => void map.delete(key) };
  const theirs: Incident = { ...incident, version: 4, priority: 'P1' };
  keepEdit(storage, 'u1', 'i1', { seen: incident, typed: { title: 'Fire in a barn' } });
  expect(loadEdit(storage, 'u1', theirs)).toEqual({ seen: incident, typed: { title: 'Fire in a barn' } });
  expect(loadEdit(storage, 'u2', theirs)).toEqual({ seen: theirs, typed: {} });
  keepEdit(storage, 'u1', 'i1', null);
  expect(loadEdit(storage, 'u1', theirs)).toEqual({ seen: theirs, typed: {} });
});
