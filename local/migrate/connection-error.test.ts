import { describe, expect, it } from 'vitest';
import { describeConnectionError } from './connection-error';

const url = 'postgresql://dispatch:top-secret@db.example.org:5432/board';

function failure(code: string): Error {
  return Object.assign(new Error(code), { code });
}

describe('the sentence about a database that cannot be used', () => {
  it('says that nothing answers and where', () => {
    expect(describeConnectionError(url, failure('ECONNREFUSED'))).toMatch(/No PostgreSQL server answers at db\.example\.org:5432/);
  });

  it('looks into the many failures of a host with several addresses', () => {
    expect(describeConnectionError(url, new AggregateError([failure('ECONNREFUSED')]))).toMatch(/No PostgreSQL server answers/);
  });

  it('never holds the password', () => {
    for (const error of [failure('ECONNREFUSED'), failure('ENOTFOUND'), new Error('odd'), 'odd']) {
      expect(describeConnectionError(url, error)).not.toContain('top-secret');
    }
  });

  it('holds nothing of a URL that cannot be read', () => {
    expect(describeConnectionError('postgres//top-secret', new Error('odd'))).not.toContain('top-secret');
  });
});
