import { ownValue } from '@/lib/core/own-value';
import { ProbeError } from './probe-error';

/** By the code of an error of Node, OpenSSL or PostgreSQL. */
const WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Connection refused.',
  ECONNRESET: 'The connection was cut.',
  ECONNABORTED: 'The connection was cut.',
  EPIPE: 'The connection was cut.',
  EMSGSIZE: 'The answer is too long.',
  ETIMEDOUT: 'No answer.',
  ETIMEOUT: 'The name server does not answer.',
  EHOSTUNREACH: 'The machine cannot be reached.',
  EHOSTDOWN: 'The machine cannot be reached.',
  ENETUNREACH: 'The network cannot be reached.',
  EADDRNOTAVAIL: 'The network cannot be reached.',
  EACCES: 'This machine does not permit the connection.',
  EPERM: 'This machine does not permit the connection.',
  EMFILE: 'This machine has too many files open.',
  ENFILE: 'This machine has too many files open.',
  ENOENT: 'There is no such file or folder.',
  ENOTFOUND: 'The name cannot be resolved.',
  ENONAME: 'The name cannot be resolved.',
  EBADNAME: 'The name cannot be resolved.',
  EAI_AGAIN: 'The name server does not answer.',
  EAI_FAIL: 'The name server failed.',
  ENODATA: 'The name has no such record.',
  ESERVFAIL: 'The name server failed.',
  EREFUSED: 'The name server refuses to answer.',
  CERT_HAS_EXPIRED: 'The certificate has expired.',
  CERT_NOT_YET_VALID: 'The certificate is not valid yet.',
  CERT_REVOKED: 'The certificate was revoked.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'The certificate is for another name.',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'The certificate is not trusted: it signs itself.',
  SELF_SIGNED_CERT_IN_CHAIN: 'The certificate is not trusted: its issuer is not known.',
  UNABLE_TO_GET_ISSUER_CERT: 'The certificate is not trusted: its issuer is not known.',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'The certificate is not trusted: its issuer is not known.',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'The certificate is not trusted: its issuer is not known.',
  EPROTO: 'The other side does not speak TLS.',
  // PostgreSQL (Appendix A of its manual).
  '28P01': 'The database refused the password.',
  '28000': 'The database does not let this user in.',
  '3D000': 'There is no such database.',
  '42501': 'The database does not permit this.',
  '53300': 'The database has too many connections.',
  '57P01': 'The database is stopping.',
  '57P02': 'The database has crashed and is starting again.',
  '57P03': 'The database is starting or stopping.',
};

/** By the first word of what Redis says. */
const REDIS_WORDS: Readonly<Record<string, string>> = {
  WRONGPASS: 'Redis refused the password.',
  NOAUTH: 'Redis wants a password.',
  NOPERM: 'Redis does not permit this.',
  LOADING: 'Redis is still loading its data.',
  BUSY: 'Redis is busy with a script.',
  MASTERDOWN: 'Redis has lost its primary.',
};

/** Why a look failed, in words. Texts of others are never passed on: they may hold a password. */
export function errorWords(error: unknown): string {
  if (!(error instanceof Error)) return 'The look failed.';
  if (error instanceof ProbeError) return error.message;
  const code = codeOf(error);
  const known = code === undefined ? ownValue(REDIS_WORDS, /^[A-Z]+/.exec(error.message)?.[0] ?? '') : ownValue(WORDS, code);
  if (known !== undefined) return known;
  if (code?.startsWith('HPE_')) return 'The answer is not HTTP.';
  if (code?.startsWith('CERT_') || code?.startsWith('UNABLE_TO_')) return `The certificate is not trusted (${code}).`;
  if (code?.startsWith('ERR_SSL_')) return 'The other side does not speak TLS as it should.';
  if (/does not support SSL/.test(error.message)) return 'The other side does not speak TLS.';
  if (/password/i.test(error.message)) return 'The password was refused.';
  if (/terminated|closed|hang up|ended|aborted/i.test(error.message)) return 'The connection was closed.';
  return code !== undefined && /^[A-Z0-9_]{3,50}$/.test(code) ? `The look failed (${code}).` : 'The look failed.';
}

function codeOf(error: Error): string | undefined {
  if ('code' in error && typeof error.code === 'string') return error.code;
  // Several addresses were tried: the first says enough.
  if (error instanceof AggregateError && error.errors[0] instanceof Error) return codeOf(error.errors[0]);
  return error.cause instanceof Error ? codeOf(error.cause) : undefined;
}
