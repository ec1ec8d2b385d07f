/**
 * Every command this server serves, with Redis's arity: the count of words including the name, negative for "at least".
 * Both engines serve exactly this list, so that what works on one machine works against Upstash and the other way round.
 */
export const COMMAND_ARITY = {
  append: 3, decr: 2, decrby: 3, get: 2, getdel: 2, getset: 3, incr: 2, incrby: 3, mget: -2, mset: -3,
  psetex: 4, set: -3, setex: 4, setnx: 3, strlen: 2,

  dbsize: 1, del: -2, exists: -2, expire: -3, flushall: -1, flushdb: -1, keys: 2, persist: 2, pexpire: -3,
  pttl: 2, rename: 3, scan: -2, ttl: 2, type: 2, unlink: -2,

  hdel: -3, hexists: 3, hget: 3, hgetall: 2, hincrby: 4, hkeys: 2, hlen: 2, hmget: -3, hscan: -3, hset: -4,
  hsetnx: 4, hvals: 2,

  llen: 2, lpop: -2, lpush: -3, lrange: 4, ltrim: 4, rpop: -2, rpush: -3,

  sadd: -3, scard: 2, sismember: 3, smembers: 2, srem: -3,

  zadd: -4, zcard: 2, zcount: 4, zincrby: 4, zrange: -4, zrangebyscore: -4, zrem: -3, zremrangebyscore: 4, zscore: 3,

  xadd: -5, xdel: -3, xinfo: -2, xlen: 2, xrange: -4, xrevrange: -4, xtrim: -4,

  echo: 2, info: -1, ping: -1, publish: 3, pubsub: -2, time: 1,
} as const satisfies Record<string, number>;

/** The lower-case name of a served command. */
export type CommandName = keyof typeof COMMAND_ARITY;

/** Commands that are a family: only these members are served, with their own arity. */
export const SUBCOMMAND_ARITY: Partial<Record<CommandName, Readonly<Record<string, number>>>> = {
  xinfo: { stream: 3 },
  pubsub: { numsub: -2 },
};

/** True for a name in the table; takes it in lower case. */
export function isServed(name: string): name is CommandName {
  return Object.hasOwn(COMMAND_ARITY, name);
}

/**
 * Commands that Redis has and this server withholds: they block or hold a connection, reach into the server or run
 * scripts, or nothing here uses them. Named so that the answer can say "withheld" and not "no such command".
 */
export const WITHHELD: ReadonlySet<string> = new Set(
  `acl asking auth bgrewriteaof bgsave bitcount bitfield bitfield_ro bitop bitpos blmove blmpop blpop brpop brpoplpush
  bzmpop bzpopmax bzpopmin client cluster command config copy debug discard dump eval eval_ro evalsha evalsha_ro exec
  expireat expiretime failover fcall fcall_ro function geoadd geodist geohash geopos georadius georadius_ro
  georadiusbymember georadiusbymember_ro geosearch geosearchstore getbit getex getrange hello hincrbyfloat hmset
  hrandfield hstrlen incrbyfloat lastsave latency lcs lindex linsert lmove lmpop lolwut lpos lpushx lrem lset memory
  migrate module monitor move msetnx multi object pexpireat pexpiretime pfadd pfcount pfdebug pfmerge pfselftest
  psubscribe psync punsubscribe quit randomkey readonly readwrite renamenx replconf replicaof reset restore
  restore-asking role rpoplpush rpushx save script sdiff sdiffstore select setbit setrange shutdown sinter sintercard
  sinterstore slaveof slowlog smismember smove sort sort_ro spop spublish srandmember sscan ssubscribe subscribe substr
  sunion sunionstore sunsubscribe swapdb sync touch unsubscribe unwatch wait watch xack xautoclaim xclaim xgroup
  xpending xread xreadgroup xsetid zdiff zdiffstore zinter zintercard zinterstore zlexcount zmpop zmscore zpopmax
  zpopmin zrandmember zrangebylex zrangestore zrank zremrangebylex zremrangebyrank zrevrange zrevrangebylex
  zrevrangebyscore zrevrank zscan zunion zunionstore`.split(/\s+/),
);
