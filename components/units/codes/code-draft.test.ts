import { describe, expect, it } from 'vitest';
import { aCode } from '../testing';
import { changedMeanwhile, patchOf, shownFields, typeInto, type CodeDraft } from './code-draft';

const base = aCode('2', 'on_scene', { text: 'Fremme', warnSeconds: 600, alertSeconds: 900, version: 3 });
const fresh: CodeDraft = { base, typed: {} };

function typed(draft: CodeDraft | null): CodeDraft {
  if (!draft) throw new Error('Nothing is typed.');
  return draft;
}

describe('the draft of a status code', () => {
  it('sends only what was typed, with the version that was seen', () => {
    const draft = typed(typeInto(fresh, 'text', 'Framme'));
    expect(patchOf(draft, base)).toEqual({ patch: { version: 3, text: 'Framme' } });
  });

  it('is none when everything is as it was', () => {
    const draft = typed(typeInto(fresh, 'warnSeconds', '60'));
    expect(typeInto(draft, 'warnSeconds', '600')).toBeNull();
  });

  it('judges the limits by each other, and takes an empty one for never', () => {
    expect(patchOf(typed(typeInto(fresh, 'warnSeconds', '1200')), base)).toEqual({ problems: { alertSeconds: 'The alert must come after the warning.' } });
    expect(patchOf(typed(typeInto(fresh, 'alertSeconds', '')), base)).toEqual({ patch: { version: 3, warnSeconds: 600, alertSeconds: null } });
    expect(patchOf(typed(typeInto(fresh, 'warnSeconds', 'ten')), base)).toHaveProperty('problems.warnSeconds');
    expect(patchOf(typed(typeInto(fresh, 'warnSeconds', '5')), base)).toEqual({ problems: { warnSeconds: 'Give at least 10 seconds.' } });
  });

  it('keeps what is typed when somebody else saves, and shows the rest anew', () => {
    const draft = typed(typeInto(fresh, 'text', 'Framme'));
    const current = { ...base, text: 'På stedet', requiresNote: true, version: 4 };
    expect(shownFields(draft, current)).toMatchObject({ text: 'Framme', requiresNote: true });
    expect(changedMeanwhile(draft, current)).toEqual(['text', 'requiresNote']);
    expect(patchOf(draft, current)).toEqual({ patch: { version: 3, text: 'Framme' } });
    expect(changedMeanwhile(draft, { ...base, version: 9 })).toEqual([]);
  });
});
