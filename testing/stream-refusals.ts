import { STREAM_CONTENT_TYPE } from '@/lib/protocol/constants';
import { encodeFrame } from '@/lib/protocol/encode';
import { ERROR_STATUS, type ErrorCode } from '@/lib/protocol/errors';
import type { StreamAnswer } from './http-front';

/** The answer of a server that refuses, in the words of our own. */
export function refuse(code: ErrorCode, retryAfterSeconds?: number): StreamAnswer {
  return (response) => {
    const retryAfter = retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
    response.writeHead(ERROR_STATUS[code], { 'content-type': 'application/json', ...retryAfter });
    response.end(JSON.stringify({ error: { code, message: `Refused: ${code}.` } }));
  };
}

/** A page where a stream should be, as a proxy's notice. */
export const answerPage: StreamAnswer = (response) => {
  response.writeHead(200, { 'content-type': 'text/html' });
  response.end('<p>Back soon</p>');
};

/** The connection breaks before any answer. */
export const breakOff: StreamAnswer = (response) => void response.destroy();

/** A stream that opens and ends before its first frame. */
export const openAndDie: StreamAnswer = (response) => {
  response.writeHead(200, { 'content-type': STREAM_CONTENT_TYPE });
  response.end();
};

/** A stream that says that it stands, and ends. */
export const standAndDie: StreamAnswer = (response) => {
  response.writeHead(200, { 'content-type': STREAM_CONTENT_TYPE });
  const hello = { clientId: 'front-client', instanceId: 'front', build: 'b', epoch: 'front', cursor: 'front.1-1', heartbeatMs: 5_000, maxAgeMs: 60_000, topics: [] };
  response.end(encodeFrame('connected', hello, new Date()));
};

/** A stream that opens and never says anything. */
export const openAndKeepSilent: StreamAnswer = (response) => {
  response.writeHead(200, { 'content-type': STREAM_CONTENT_TYPE });
  response.flushHeaders();
};
