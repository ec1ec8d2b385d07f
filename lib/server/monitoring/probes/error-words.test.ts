import { expect, test } from 'vitest';
import { RefusedAddressError } from './allowed-address';
import { errorWords } from './error-words';

const coded = (code: string, message = 'connect to postgres://watch:hunter2@db failed') => Object.assign(new Error(message), { code });

test.each([
  [coded('ECONNREFUSED'), 'Connection refused.'],
  [coded('ENOTFOUND'), 'The name cannot be resolved.'],
  [coded('28P01'), 'The database refused the password.'],
  [coded('CERT_HAS_EXPIRED'), 'The certificate has expired.'],
  [coded('HPE_INVALID_CONSTANT'), 'The answer is not HTTP.'],
  [coded('ERR_SSL_WRONG_VERSION_NUMBER'), 'The other side does not speak TLS as it should.'],
  [coded('EOWNERDEAD'), 'The look failed (EOWNERDEAD).'],
  [coded('hunter2 is no code'), 'The look failed.'],
  [new AggregateError([coded('ECONNREFUSED'), coded('ENETUNREACH')]), 'Connection refused.'],
  [new Error('outer hunter2', { cause: coded('ECONNRESET') }), 'The connection was cut.'],
  [new Error('WRONGPASS invalid username-password pair or user is disabled.'), 'Redis refused the password.'],
  [new Error('NOAUTH Authentication required.'), 'Redis wants a password.'],
  [new Error('LOADING Redis is loading the dataset in memory'), 'Redis is still loading its data.'],
  [new Error('SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a non-empty string'), 'The password was refused.'],
  [new Error('Connection terminated unexpectedly'), 'The connection was closed.'],
  [new Error('hunter2'), 'The look failed.'],
  ['hunter2', 'The look failed.'],
  [undefined, 'The look failed.'],
  [new RefusedAddressError('169.254.169.254'), '169.254.169.254 may not be probed. Choose another address.'],
])('%s is told in words and without what others wrote', (error, words) => {
  expect(errorWords(error)).toBe(words);
});
