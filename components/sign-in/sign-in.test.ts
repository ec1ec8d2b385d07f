import { describe, expect, it } from 'vitest';
import { outcomeOf } from './sign-in';

const url = (error: string) => ({ url: `http://localhost:3000/sign-in?error=${error}&provider=credentials` });

describe('how a sign-in ended', () => {
  it.each([
    ['signed in', 200, { url: 'http://localhost:3000/' }, 'signed_in'],
    ['wrong password', 401, url('CredentialsSignin'), 'wrong'],
    ['too many attempts', 429, url('rate_limited%3A45'), { waitSeconds: 45 }],
    ['database away', 401, url('unavailable'), 'unavailable'],
    ['an error nobody foresaw', 401, url('Callback'), 'wrong'],
    ['a broken server', 500, {}, 'unavailable'],
    ['an answer that is none', 200, null, 'signed_in'],
  ] as const)('%s', (_case, status, body, outcome) => {
    expect(outcomeOf(status, body)).toEqual(outcome);
  });
});
