import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHeartbeat, type HeartbeatSent } from './heartbeat-words';

const read = (over: Partial<Omit<HeartbeatSent, 'query'>> & { query?: string } = {}) => readHeartbeat({ signal: null, body: '', contentType: '', ...over, query: new URLSearchParams(over.query ?? '') });
const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json; charset=utf-8';

describe('what a heartbeat says', () => {
  it.each([
    ['', 'ok'], ['status=', 'ok'], ['status=up', 'ok'], ['status=UP', 'ok'], ['status=true', 'ok'], ['status=OK', 'ok'], ['status=1', 'ok'], ['status=%20Up%20', 'ok'],
    ['status=down', 'fail'], ['status=DOWN', 'fail'], ['status=false', 'fail'], ['status=0', 'fail'], ['status=error', 'fail'], ['status=failed', 'fail'],
    ['status=warn', 'warn'], ['status=Warning', 'warn'], ['STATUS=down', 'fail'], ['state=down', 'fail'], ['status=green', 'warn'], ['status=constructor', 'warn'],
  ])('"%s" is %s', (query, says) => {
    expect(read({ query })).toMatchObject({ says });
  });

  it('keeps a word that nobody knows, beside what it says itself', () => {
    expect(read({ query: 'status=green&msg=All+fine' })?.message).toBe('The heartbeat has the status “green”, which is none of up, warn and down: All fine');
  });

  it.each([['12,5', 12.5], ['12.5', 12.5], ['12.5 ms', 12.5], ['0', 0], ['', null], ['soon', null], ['-1', null], ['Infinity', null], ['1e9', null], ['3600001', null], ['NaN', null]])('takes ping=%s as %s', (ping, pingMs) => {
    expect(read({ query: `ping=${encodeURIComponent(ping)}` })).toMatchObject({ says: 'ok', pingMs });
  });

  it.each<[string, string, string, object]>([
    ['JSON', JSON_TYPE, '{"status":"down","msg":"No space","ping":12.5}', { says: 'fail', message: 'No space', pingMs: 12.5 }],
    ['JSON with true, and things of its own', JSON_TYPE, '{"status":true,"message":"fine","host":{"a":1},"list":[1]}', { says: 'ok', message: 'fine' }],
    ['JSON with false', JSON_TYPE, '{"state":false}', { says: 'fail' }],
    ['JSON with null', JSON_TYPE, '{"status":null,"msg":null,"ping":null}', { says: 'ok', message: null, pingMs: null }],
    ['JSON that says no type', '', '{"status":"down"}', { says: 'fail' }],
    ['JSON whose end is missing', JSON_TYPE, `{"status": "down","msg":"${'x'.repeat(300)}`, { says: 'fail' }],
    ['JSON with a mistake', JSON_TYPE, '{"state":false,}', { says: 'fail' }],
    ['JSON that is broken', JSON_TYPE, '{"status":"do', { says: 'ok', message: '{"status":"do' }],
    ['a form', FORM, 'status=down&msg=No+space&ping=12,5', { says: 'fail', message: 'No space', pingMs: 12.5 }],
    ['words under the name of a form, as curl sends them', FORM, 'No space left on /dev/sda1 (100% used)', { says: 'ok', message: 'No space left on /dev/sda1 (100% used)' }],
    ['text', 'text/plain', 'line one\nline two', { says: 'ok', message: 'line one line two' }],
    ['a list', JSON_TYPE, '[1,2]', { says: 'ok', message: '[1,2]' }],
  ])('reads %s in the body', (_what, contentType, body, says) => {
    expect(read({ contentType, body })).toMatchObject(says);
  });

  it('lets the address win over the query, and the query over the body', () => {
    expect(read({ query: 'status=down&msg=query', body: '{"status":"up","msg":"body","ping":3}' })).toEqual({ says: 'fail', message: 'query', pingMs: 3 });
    expect(read({ signal: 'fail', query: 'status=up' })).toMatchObject({ says: 'fail' });
  });

  it.each([['fail', 'fail', 'x'], ['start', 'start', 'x'], ['log', 'log', 'x'], ['0', 'ok', 'x'], ['1', 'fail', 'Exit code 1: x'], ['255', 'fail', 'Exit code 255: x']])('reads /%s', (signal, says, message) => {
    expect(read({ signal, query: 'msg=x' })).toMatchObject({ says, message });
  });

  it.each(['256', '1000', '-1', 'up', 'FAIL!', '', '0x1'])('knows no /%s', (signal) => {
    expect(read({ signal })).toBeNull();
  });

  it('cuts what is long, takes out what cannot be shown, and never loses the heartbeat', () => {
    expect(read({ query: `msg=${'x'.repeat(100_000)}` })?.message).toHaveLength(250);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.string({ unit: 'binary', maxLength: 400 }), fc.constantFrom('', FORM, JSON_TYPE, 'text/plain'), (text, body, contentType) => {
        const words = readHeartbeat({ signal: null, query: new URLSearchParams({ msg: text, ping: text, status: 'up' }), body, contentType });
        expect(words?.says).toBe('ok');
        expect(words?.message ?? '').not.toMatch(/[\u0000-\u001f\u007f-\u009f]|\p{Cs}/u);
      }),
      { seed: 7 },
    );
  });
});
