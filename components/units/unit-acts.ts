import type { QueryClient } from '@tanstack/react-query';
import { putUnit } from '@/components/providers/unit-handlers';
import type { UnitAnswer } from '@/lib/protocol/board-answers';
import type { SetUnitStatus } from '@/lib/protocol/unit';
import { ackUnit, assignUnit, clearUnit, muteUnit, setUnitStatus } from '@/lib/queries/units';

/** Something a dispatcher does to a unit. */
export type UnitAct =
  | { readonly kind: 'status'; readonly status: SetUnitStatus }
  | { readonly kind: 'assign'; readonly incidentId: string }
  | { readonly kind: 'clear' }
  | { readonly kind: 'ack'; readonly note?: string }
  | { readonly kind: 'mute'; readonly minutes: 0 | 15 | 30 | 60 };

const underWay = new Map<string, Promise<unknown>>();

/**
 * Does it at the server and puts the answer on the board. What is done to one unit goes out one after the other, in the
 * order in which it was asked for. Rejects with a RequestError when it is refused or cannot be sent.
 */
export function sendUnitAct(queryClient: QueryClient, unitId: string, act: UnitAct): Promise<UnitAnswer> {
  const before = underWay.get(unitId) ?? Promise.resolve();
  const sent = before.then(async () => {
    const answer = await sendNow(unitId, act);
    putUnit(queryClient, answer.unit);
    return answer;
  });
  // What comes after waits for the end of this, whatever it is.
  const settled = sent.then(
    () => undefined,
    () => undefined,
  );
  underWay.set(unitId, settled);
  void settled.then(() => {
    if (underWay.get(unitId) === settled) underWay.delete(unitId);
  });
  return sent;
}

function sendNow(unitId: string, act: UnitAct): Promise<UnitAnswer> {
  switch (act.kind) {
    case 'status':
      return setUnitStatus(unitId, act.status);
    case 'assign':
      return assignUnit(unitId, act.incidentId);
    case 'clear':
      return clearUnit(unitId);
    case 'ack':
      return ackUnit(unitId, act.note);
    case 'mute':
      return muteUnit(unitId, act.minutes);
  }
}
