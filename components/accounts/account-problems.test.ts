import { describe, expect, it } from 'vitest';
import { newAccountSchema } from '@/lib/protocol/account';
import { RequestError } from '@/lib/queries/http';
import { problemsOf, refusalOf } from './account-problems';

describe('what is wrong with an account', () => {
  it('stands beside its field', () => {
    const read = newAccountSchema.safeParse({ name: '', email: 'x', role: 'admin', password: 'short enough?' });
    expect(Object.keys(problemsOf(read.error?.issues ?? []))).toEqual(['name', 'email']);
    const refused = new RequestError(422, 'invalid', 'Some of this cannot be accepted.', [{ path: 'password', message: 'Too short.' }, { path: 'toString', message: 'x' }]);
    expect(refusalOf(refused)).toEqual({ problems: { password: 'Too short.' }, words: null });
  });

  it('is one sentence where no field is to blame', () => {
    expect(refusalOf(new RequestError(409, 'conflict', 'There is an account with this e-mail already.'))).toEqual({ problems: {}, words: 'There is an account with this e-mail already.' });
    expect(refusalOf('what?').words).toMatch(/Try again/);
  });
});
