import { newClientMsgId } from '@/components/flash/composer/client-msg-id';

/** Names what is sent: the same content keeps its name until `forget`, so that trying again registers one. */
export interface MsgIdKeeper {
  idFor(content: string): string;
  forget(): void;
}

/** Makes a keeper that has sent nothing yet. */
export function createMsgIdKeeper(): MsgIdKeeper {
  let last: { readonly content: string; readonly id: string } | null = null;
  return {
    idFor(content) {
      if (last?.content !== content) last = { content, id: newClientMsgId() };
      return last.id;
    },
    forget() {
      last = null;
    },
  };
}
