import * as fc from 'fast-check';

/** A command whose reply depends on nothing but the commands before it. */
export type RandomCommand = readonly string[];

const key = fc.constantFrom('a', 'b', 'c');
const text = fc.constantFrom('', 'x', 'y', '7', '-3', 'ä', '\u{1F600}', '9223372036854775807');
const member = fc.constantFrom('m1', 'm2', 'm3', 'ä', '\uFF5E', '\u{1F600}');
const index = fc.constantFrom('0', '1', '2', '-1', '-2', '-9', '9', 'x');
const score = fc.constantFrom('1', '2', '3', '-1', '0.5', 'inf', '-inf', 'x');
const scoreEnd = fc.constantFrom('1', '(1', '2', '(2', '-inf', '+inf', '(x');
const id = fc.constantFrom('0-0', '0-*', '1-1', '1-2', '1-*', '2', '2-*', '3-5', '18446744073709551615-*', 'x', '5-x');
const idEnd = fc.constantFrom('-', '+', '1', '(1', '1-1', '(1-2', '2-*', '3', '(0-0', '(18446744073709551615-18446744073709551615', '(-', 'x');
const lifetime = fc.constantFrom('100000', '200000', '-1', 'x', '9223372036854775807');
const glob = fc.oneof(fc.constantFrom('*', '[ab]', '[^a]', '[b-c]'), fc.string({ unit: fc.constantFrom(...'*?[]^-\\abc'), maxLength: 6 }));

const options = (...words: string[]): fc.Arbitrary<string[]> => fc.array(fc.constantFrom(...words), { maxLength: 3 });
const some = (word: fc.Arbitrary<string>): fc.Arbitrary<string[]> => fc.array(word, { minLength: 1, maxLength: 4 });

type Part = string | fc.Arbitrary<string> | fc.Arbitrary<string[]>;

function command(...parts: Part[]): fc.Arbitrary<RandomCommand> {
  const arbitraries = parts.map((part): fc.Arbitrary<string | string[]> => (typeof part === 'string' ? fc.constant(part) : part));
  return fc.tuple(...arbitraries).map((words) => words.flat());
}

const strings = fc.oneof(
  command('SET', key, text, options('NX', 'XX', 'GET', 'KEEPTTL', 'EX', 'PX', 'EXAT', '99999999999', '0', 'x')),
  command(fc.constantFrom('SETNX', 'GETSET', 'APPEND'), key, text),
  command(fc.constantFrom('SETEX', 'PSETEX'), key, fc.constantFrom('100000', '0', '-1', 'x'), text),
  command(fc.constantFrom('GET', 'GETDEL', 'STRLEN', 'INCR', 'DECR'), key),
  command(fc.constantFrom('INCRBY', 'DECRBY'), key, fc.constantFrom('1', '-5', 'x', '9223372036854775807', '-9223372036854775808')),
  command('MGET', some(key)),
  command('MSET', some(key)),
);
const keys = fc.oneof(
  command(fc.constantFrom('DEL', 'UNLINK', 'EXISTS'), some(key)),
  command(fc.constantFrom('TYPE', 'PERSIST'), key),
  command('RENAME', key, key),
  command(fc.constantFrom('EXPIRE', 'PEXPIRE'), key, lifetime, options('NX', 'XX', 'GT', 'LT', 'zz')),
  command('KEYS', glob),
  command('SCAN', '0', options('MATCH', 'COUNT', 'TYPE', 'string', 'hash', '100', '0', '*')),
  command('DBSIZE'),
);
const hashes = fc.oneof(
  command('HSET', key, some(member)),
  command('HSETNX', key, member, text),
  command('HINCRBY', key, member, fc.constantFrom('1', '-9223372036854775808', 'x')),
  command(fc.constantFrom('HDEL', 'HMGET'), key, some(member)),
  command(fc.constantFrom('HGET', 'HEXISTS'), key, member),
  command(fc.constantFrom('HGETALL', 'HKEYS', 'HVALS', 'HLEN'), key),
);
const setsAndLists = fc.oneof(
  command(fc.constantFrom('SADD', 'SREM', 'LPUSH', 'RPUSH'), key, some(member)),
  command(fc.constantFrom('SMEMBERS', 'SCARD', 'LLEN'), key),
  command('SISMEMBER', key, member),
  command(fc.constantFrom('LPOP', 'RPOP'), key, options('0', '1', '2', '-1', 'x')),
  command(fc.constantFrom('LRANGE', 'LTRIM'), key, index, index),
);
// BYLEX is left out: Redis leaves its reply open when scores differ.
const sortedSets = fc.oneof(
  command('ZADD', key, score, member),
  command('ZADD', key, options('NX', 'XX', 'GT', 'LT', 'CH', 'INCR'), score, member, options('1', 'm1', 'm2')),
  command('ZINCRBY', key, score, member),
  command('ZREM', key, some(member)),
  command('ZSCORE', key, member),
  command('ZCARD', key),
  command('ZRANGE', key, index, index, options('REV', 'WITHSCORES', 'LIMIT')),
  command('ZRANGE', key, scoreEnd, scoreEnd, 'BYSCORE', options('REV', 'WITHSCORES')),
  command('ZRANGEBYSCORE', key, scoreEnd, scoreEnd, 'LIMIT', index, index, options('WITHSCORES')),
  command(fc.constantFrom('ZCOUNT', 'ZREMRANGEBYSCORE'), key, scoreEnd, scoreEnd),
);
const streams = fc.oneof(
  command('XADD', key, id, 'f', text),
  command('XADD', key, options('MAXLEN', 'MINID', 'LIMIT', 'NOMKSTREAM', '=', '2', '1-1', '-1'), id, 'f', text),
  command('XADD', key, id, some(text)),
  command(fc.constantFrom('XRANGE', 'XREVRANGE'), key, idEnd, idEnd, options('COUNT', '1', '0', '-1', 'x')),
  command('XTRIM', key, fc.constantFrom('MAXLEN', 'MINID', 'x'), options('=', '2', '1-2', 'LIMIT', '-1')),
  command('XDEL', key, some(id)),
  command('XLEN', key),
);
const odd = fc.oneof(
  command(fc.constantFrom('GET', 'nosuch', 'HSET', 'XINFO', 'PUBSUB', 'ECHO', 'PING', 'constructor'), options('a', 'STREAM', 'b\nc')),
  command('PUBLISH', 'nobody', text),
);

/** Runs of commands on few keys, so that types clash, ids repeat and options contradict each other. */
export const randomCommands: fc.Arbitrary<RandomCommand[]> = fc
  .constantFrom(strings, hashes, setsAndLists, sortedSets, streams)
  .chain((family) =>
    fc.array(
      fc.oneof(
        { weight: 6, arbitrary: family },
        { weight: 2, arbitrary: keys },
        { weight: 1, arbitrary: fc.oneof(strings, hashes, setsAndLists, sortedSets, streams, odd) },
      ),
      { minLength: 1, maxLength: 40 },
    ),
  );
