import type { QueryClient } from '@tanstack/react-query';
import { logInfo } from '@/lib/core/log';
import { createEventJournal } from '@/lib/client/event-journal';
import { routeEvent } from '@/lib/client/event-router';
import type { MachineState } from '@/lib/client/connection-machine';
import { openConnection } from '@/lib/client/open-connection';
import { listenToPage } from '@/lib/client/page-signals';
import { keepSession } from '@/lib/client/session-keeper';
import type { Me, Snapshot } from '@/lib/protocol/answers';
import type { WireEvent } from '@/lib/protocol/events';
import type { IncidentList } from '@/lib/protocol/board-answers';
import { incidentKeys } from '@/lib/queries/incidents';
import { useConnection } from '@/stores/connection';
import { useDemo } from '@/stores/demo';
import { hydrateFlash } from '@/stores/flash';
import { noteServerBuild, noteUnreadable } from '@/stores/newer-version';
import { createClockOffset } from './clock-offset';
import { announceMissed } from './arrival-handlers';
import { provideConnection } from './connection-actions';
import { stateWords } from './connection-log';
import { afterEvent, afterPoll, afterState } from './connection-status';
import { eventHandlers } from './event-handlers';
import { reportArrived } from './flash-handlers';
import { hydrateBoard } from './hydrate-board';
import { keepTotals } from './incident-totals';
import { putTick } from './infra-handlers';
import { loadSnapshot } from './load-snapshot';
import { replayOntoAnswers } from './replay-answers';
import { spaced } from './spaced';

/** A kind of event that this page does not know may come every second, to a thousand pages. */
const AFTER_UNREADABLE = { withinMs: 2_000, apartMs: 30_000 };

/** What the live screen needs from its page. */
export interface LiveOptions {
  readonly me: Me;
  readonly queryClient: QueryClient;
  /** Where the first paint's data ends; the stream goes on from there. */
  readonly cursor: string | null;
  /** The sign-in is gone; somebody must sign in again. */
  onSignedOut(): void;
}

/** Connects this page to the stream and keeps its stores and caches current until the returned function is called. */
export function startLive({ me, queryClient, cursor, onSignedOut }: LiveOptions): () => void {
  const journal = createEventJournal();
  const handlers = eventHandlers(me, queryClient);
  const totals = keepTotals(queryClient, cursor);
  const offset = createClockOffset();
  let reloading = new AbortController();
  const afterUnreadable = spaced(startOver, AFTER_UNREADABLE);
  const apply = (event: WireEvent) => routeEvent(handlers, event);
  let machine: MachineState | null = null;
  let instanceId: string | null = null;
  // A page made while the log was down has no place to go on from: what it shows is taken anew once connected.
  let placeless = cursor === null;

  const connection = openConnection(
    {
    onState(state, reason) {
      const before = useConnection.getState();
      useConnection.setState(afterState(before, state, reason, Date.now()));
      const words = stateWords(machine, state, reason);
      machine = state;
      if (words) log(words);
      if (state.name === 'stopped' && state.why === 'signed_out') onSignedOut();
    },
    onConnected(hello) {
      // A new server may have another build and other data behind it: nothing held here is beyond doubt.
      const restarted = instanceId !== null && instanceId !== hello.instanceId;
      instanceId = hello.instanceId;
      useConnection.setState({ clientId: hello.clientId, instanceId });
      noteServerBuild(hello.build);
      if (placeless) startOver();
      placeless = false;
      if (restarted) void queryClient.invalidateQueries();
    },
    onActivity: () => useConnection.setState({ lastByteAt: Date.now() }),
    onServerTime: (ms) => useConnection.setState({ clockOffsetMs: offset(ms, Date.now()) }),
    onEvent(event, at) {
      if (at) journal.add(event, at);
      useConnection.setState((before) => afterEvent(before, Date.parse(event.timestamp), Date.now()));
      totals.count(event, at);
      apply(event);
    },
    onReset: startOver,
    onSnapshot: take,
    onPolled: (ok) => useConnection.setState((before) => afterPoll(before, ok, Date.now())),
    onUpstream: (upstream) => useConnection.setState({ upstream }),
    onUnknown() {
      noteUnreadable();
      afterUnreadable.ask();
    },
    onTick: (tick) => putTick(queryClient, tick),
    // Answers bear their own places; this page has no use for the stream's.
    onCursor: () => undefined,
    },
    { userId: me.id, isolate: new URLSearchParams(window.location.search).has('isolate') },
  );

  function startOver(): void {
    journal.begin(null);
    void queryClient.invalidateQueries();
    reloading.abort();
    reloading = new AbortController();
    void loadSnapshot(reloading.signal).then((snapshot) => snapshot && take(snapshot));
  }

  function take(snapshot: Snapshot): void {
    hydrateFlash(snapshot.flash);
    const known = queryClient.getQueryData<IncidentList>(incidentKeys.open);
    hydrateBoard(queryClient, snapshot);
    if (known) announceMissed(me, snapshot, known.items);
    useDemo.setState({ isDemo: snapshot.demo !== null, simulating: snapshot.demo?.simulating ?? false });
    reportArrived(snapshot.flash);
    const since = journal.after(snapshot.cursor).map(({ event }) => event);
    totals.begin(snapshot.cursor, since);
    for (const event of since) apply(event);
  }

  const undo = [
    replayOntoAnswers(queryClient, journal, apply),
    listenToPage({ onWake: connection.wake, onOffline: connection.offline }),
    provideConnection(connection),
    keepSession(),
  ];
  connection.start(cursor);
  return () => {
    reloading.abort();
    afterUnreadable.stop();
    for (const act of undo) act();
    connection.stop();
    // A connection that other tabs share goes on and says nothing here.
    if (machine?.name !== 'stopped') log('closed');
  };
}

function log(words: string): void {
  logInfo(`[SSE] ${new Date().toISOString()} ${words}`);
}
