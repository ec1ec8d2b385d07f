import { MAX_SESSION_BUFFER_BYTES, STREAM_CONTENT_TYPE } from '@/lib/protocol/constants';
import type { Attachment, AttachRequest } from './hub';
import type { Sink } from './session';

/** Headers of every stream: no-transform keeps compressors away, X-Accel-Buffering tells nginx not to hold anything back. */
export const STREAM_HEADERS = {
  'content-type': STREAM_CONTENT_TYPE,
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
  'x-content-type-options': 'nosniff',
};

/**
 * Opens a stream and gives it to `attach`. The answer is made only when that succeeded, so that a refusal can
 * still have a status. `signal` and the body's cancellation both mean that the client is gone.
 * @throws what `attach` throws
 */
export async function streamResponse(
  request: Omit<AttachRequest, 'sink'>,
  attach: (request: AttachRequest) => Promise<Attachment>,
  signal: AbortSignal,
): Promise<Response> {
  const held: { attachment?: Attachment; sink?: Sink } = {};
  const gone = () => held.attachment?.detach();
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        held.sink = sinkOf(controller);
      },
      pull: () => held.attachment?.onRoom(),
      cancel: gone,
    },
    { highWaterMark: MAX_SESSION_BUFFER_BYTES, size: (chunk) => chunk?.byteLength ?? 0 },
  );
  if (!held.sink) throw new Error('A stream starts at once.');
  held.attachment = await attach({ ...request, sink: held.sink });
  if (signal.aborted) gone();
  else signal.addEventListener('abort', gone, { once: true });
  return new Response(body, { headers: STREAM_HEADERS });
}

/** A sink over the controller of a stream's body. */
export function sinkOf(controller: ReadableStreamDefaultController<Uint8Array>): Sink {
  let open = true;
  return {
    write(bytes) {
      if (!open) return false;
      try {
        controller.enqueue(bytes);
      } catch {
        // Cancelled from the other side a moment ago; `cancel` tells the hub.
        open = false;
      }
      return open && (controller.desiredSize ?? 0) > 0;
    },
    close() {
      if (!open) return;
      open = false;
      try {
        controller.close();
      } catch {
        // Cancelled already.
      }
    },
  };
}
