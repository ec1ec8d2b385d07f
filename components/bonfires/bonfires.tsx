'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef } from 'react';
import { Kbd } from '@/components/ui/kbd';
import { useKey } from '@/components/ui/keys/use-key';
import { Panel } from '@/components/ui/panel';
import { StaleBadge } from '@/components/ui/stale-badge';
import { useAddressParam } from '@/components/ui/use-address-param';
import type { Me } from '@/lib/protocol/answers';
import { can } from '@/lib/protocol/permissions';
import { openBonfiresQuery } from '@/lib/queries/bonfires';
import { parseDay, parseView, VIEWS, type View } from './address';
import { DayView } from './day/day-view';
import { BonfireDetail } from './detail/bonfire-detail';
import { HeldLink } from './held/held-link';
import { HeldList } from './held/held-list';
import { AllList } from './list/all-list';
import { OpenList } from './list/open-list';
import { useRowKeys } from './list/use-row-keys';
import { NoticeForm } from './notice/notice-form';
import { useChosenBonfire } from './use-chosen-bonfire';
import { useNorwayToday } from './use-norway-today';
import { ViewSwitch } from './view-switch';

interface BonfiresProps {
  readonly me: Me;
  /** Today in Norway, as the server knew it. */
  readonly today: string;
}

/** Bonfire notices: what burns and will burn, one day along its hours, and a form for those that call. */
export function Bonfires({ me, today: firstToday }: BonfiresProps) {
  const [viewParam, setView] = useAddressParam('view');
  const [dayParam, setDay] = useAddressParam('day');
  const [bonfireId, setBonfireId] = useAddressParam('bonfire');
  const writes = can(me.role, 'bonfires.write');
  const named = parseView(viewParam);
  const view = named === 'held' && !writes ? 'open' : named;
  const today = useNorwayToday(firstToday);
  const open = useQuery(openBonfiresQuery).data?.items ?? [];
  const chosen = useChosenBonfire(bonfireId, open);
  const side = useRef<HTMLDivElement>(null);

  const show = (next: View) => setView(next === 'open' ? null : next);
  const close = () => setBonfireId(null);
  useRowKeys();
  useKey('v', 'Next view of the bonfires', () => show(VIEWS[(VIEWS.findIndex((known) => known === view) + 1) % VIEWS.length] ?? 'open'));
  useKey('Escape', 'Hide the notice', close, bonfireId !== null);

  const bringIntoSight = useEffectEvent(() => side.current?.scrollIntoView({ block: 'nearest' }));
  useEffect(() => {
    if (bonfireId) bringIntoSight();
  }, [bonfireId]);

  const rows = { selectedId: bonfireId, onSelect: setBonfireId };
  return (
    <div className="grid items-start gap-3 p-3 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)] 3xl:grid-cols-[minmax(0,6fr)_minmax(0,3fr)_minmax(0,3fr)]">
      <h1 className="sr-only">Bonfires</h1>
      <Panel
        title="Bonfires"
        note={
          <>
            {open.length} open<span className="max-sm:hidden"> · Norwegian time</span> {writes ? <HeldLink /> : null}
          </>
        }
        actions={
          <>
            <StaleBadge />
            <ViewSwitch view={view} onView={show} />
            <Kbd keys="v" />
          </>
        }
        bodyClassName="@container"
      >
        {view === 'open' ? <OpenList {...rows} /> : null}
        {view === 'held' ? <HeldList {...rows} /> : null}
        {view === 'all' ? <AllList {...rows} /> : null}
        {view === 'day' ? <DayView day={parseDay(dayParam, today)} today={today} onDay={(day) => setDay(day === today ? null : day)} {...rows} /> : null}
      </Panel>
      <div className="grid min-w-0 gap-3 3xl:contents">
        {bonfireId ? (
          <div ref={side} className="min-w-0 scroll-mt-3">
            <BonfireDetail chosen={chosen} role={me.role} onClose={close} />
          </div>
        ) : null}
        {writes ? <NoticeForm userId={me.id} onShow={setBonfireId} /> : null}
      </div>
    </div>
  );
}
