import { create } from 'zustand';
import { sleep } from '@/lib/core/sleep';
import { markFlash } from '@/lib/queries/flash';
import { useConnection } from '@/stores/connection';
import { flashById, receiptOnFlash } from '@/stores/flash';
import { untilTaken } from './until-taken';

/** Why an acknowledgement has not reached the server. `retryAt`: browser time in milliseconds; null when it was refused for good. */
export interface AckTrouble {
  readonly message: string;
  readonly retryAt: number | null;
}

interface AckState {
  readonly trouble: Readonly<Record<string, AckTrouble>>;
}

/** The acknowledgements of this tab that are not through. */
export const useAcks = create<AckState>(() => ({ trouble: {} }));

const underWay = new Map<string, AbortController>();

/**
 * Acknowledges a message: at once on this screen, and at the server as soon as it can be reached.
 * It goes out without an undo: others rely on seeing it, and it cannot be taken back in good faith.
 */
export async function acknowledge(flashId: string): Promise<void> {
  if (underWay.has(flashId)) return retryAck(flashId);
  clearTrouble(flashId);
  showAcknowledged(flashId);
  underWay.set(flashId, new AbortController());
  try {
    const { receipt } = await untilTaken(
      () => markFlash(flashId, 'ack'),
      async (waitMs, { code, message }) => {
        setTrouble(flashId, { message: code === 'network' ? 'It cannot be reached.' : message, retryAt: Date.now() + waitMs });
        const wake = new AbortController();
        underWay.set(flashId, wake);
        await sleep(waitMs, wake.signal);
      },
    );
    clearTrouble(flashId);
    receiptOnFlash(flashId, receipt);
  } catch (error) {
    setTrouble(flashId, { message: error instanceof Error ? error.message : 'The reason is not known.', retryAt: null });
  } finally {
    underWay.delete(flashId);
  }
}

/** Tries a waiting acknowledgement again now. */
export function retryAck(flashId: string): void {
  underWay.get(flashId)?.abort();
}

function showAcknowledged(flashId: string): void {
  const receipt = flashById(flashId)?.receipt;
  if (!receipt) return;
  const ackedAt = new Date(Date.now() + useConnection.getState().clockOffsetMs).toISOString();
  receiptOnFlash(flashId, { ...receipt, ackedAt });
}

function setTrouble(flashId: string, trouble: AckTrouble): void {
  useAcks.setState((state) => ({ trouble: { ...state.trouble, [flashId]: trouble } }));
}

function clearTrouble(flashId: string): void {
  useAcks.setState((state) => {
    const trouble = { ...state.trouble };
    delete trouble[flashId];
    return { trouble };
  });
}
