/** Names and limits of the wire protocol. Each stands here once. Times in milliseconds, sizes in bytes. */
export const HEARTBEAT_MS = 5_000;
export const RETRY_MS = 1_000;
/** How often a client without a stream asks for news. */
export const POLL_INTERVAL_MS = 5_000;
export const MAX_REPLAY_EVENTS = 5_000;
export const MAX_SESSION_BUFFER_BYTES = 256 * 1024;
export const MAX_TOPICS_PER_STREAM = 32;
export const MAX_CURSOR_LENGTH = 80;

export const LAST_EVENT_ID_HEADER = 'last-event-id';
export const STREAM_CONTENT_TYPE = 'text/event-stream; charset=utf-8';
export const STREAM_PATH = '/api/sse';
export const HEARTBEAT_COMMENT = 'heartbeat';
export const CURSOR_COMMENT = 'cursor';

/** Request header by which a page learns its own path and query, which Next does not tell it. */
export const PAGE_PATH_HEADER = 'x-watchroom-page';
