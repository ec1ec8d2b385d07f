import { describe, expect, it } from 'vitest';
import { emailSchema, newAccountSchema, newPasswordSchema } from './account';

const messagesOf = (result: { error?: { issues: { message: string }[] } | undefined }) => result.error?.issues.map(({ message }) => message) ?? [];

describe('an account that is made', () => {
  it('has its e-mail in one spelling', () => {
    expect(emailSchema.parse('  Astrid@Example.ORG ')).toBe('astrid@example.org');
  });

  it.each(['', 'astrid', '@example.org', 'astrid@', 'a b@example.org', 'a\u0000@example.org', 'a@b@c', `${'a'.repeat(250)}@example.org`])('takes %j for no e-mail', (text) => {
    expect(messagesOf(emailSchema.safeParse(text))).toHaveLength(1);
  });

  it.each([
    ['short', 'eleven-char', /at least 12/],
    ['one letter again and again', 'a'.repeat(40), /different/],
    ['the published one', 'watchroom-demo', /published/],
    ['longer than anybody types', 'abcdefghij'.repeat(21), /at most 200/],
  ])('refuses a password that is %s', (_, password, words) => {
    expect(messagesOf(newPasswordSchema.safeParse(password))).toEqual([expect.stringMatching(words)]);
  });

  it('keeps a good password as it was typed, blanks too', () => {
    expect(newPasswordSchema.parse(' four words and a half ')).toBe(' four words and a half ');
  });

  it('says what is wrong with each field, and takes no others', () => {
    const made = newAccountSchema.safeParse({ name: ' ', email: 'x', password: 'y', role: 'boss', id: 'mine' });
    expect(new Set(made.error?.issues.map(({ path }) => path.join('.')))).toEqual(new Set(['', 'email', 'name', 'password', 'role']));
  });
});
