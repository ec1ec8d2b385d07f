import { expect, test } from 'vitest';
import { connectionParts } from './connection-string';
import { ProbeError } from './probe-error';

const parts = (text: string) => connectionParts(text, ['postgres:', 'postgresql:'], 5432);

test('a connection string is taken apart and decoded', () => {
  expect(parts('postgresql://watch:p%40ss@db.example:6000/board?sslmode=require')).toMatchObject({ host: 'db.example', port: 6000, user: 'watch', password: 'p@ss', path: 'board' });
  expect(parts('postgres://[::1]')).toMatchObject({ host: '::1', port: 5432, user: '', password: '', path: '' });
});

test.each([
  'postgres://db.example/board?host=169.254.169.254',
  'postgres://%2Fvar%2Frun%2Fpostgresql/board',
  'postgres:///board',
  'mysql://watch:hunter2@db.example/board',
  'postgres://watch:hunter2@db.example:port/board',
  'postgres://watch:hunter2%@db.example/board',
])('%s is refused with a sentence that does not repeat it', (text) => {
  expect(() => parts(text)).toThrow(ProbeError);
  expect(() => parts(text)).toThrow(/^(?!.*(hunter2|example|169)).*\.$/s);
});
