'use client';

import { Map as MapIcon } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useLiveSeed } from '@/components/flash/live-seed';
import { LatestBroadcast } from '@/components/flash/latest-broadcast';
import { LivePanel } from '@/components/flash/live-panel';
import { ConnectionDetail } from '@/components/layout/connection-detail';
import { BoardMap } from '@/components/map/board-map';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Kbd } from '@/components/ui/kbd';
import { useKey } from '@/components/ui/keys/use-key';
import { Panel } from '@/components/ui/panel';
import { useAddressParam } from '@/components/ui/use-address-param';
import { can } from '@/lib/protocol/permissions';
import { ActivityPanel } from './activity-panel';
import { BonfiresPanel } from './bonfires-panel';
import { CountsStrip } from './counts-strip';
import { CreateButton } from './create-button';
import { IncidentsPane } from './incidents-pane';
import { InfraStrip } from './infra-strip';
import { InfraStripPane } from './infra-strip-pane';
import { UnitsPane } from './units-pane';

/**
 * The first page: incidents and units side by side, above them how many of what, beside or beneath them what is on
 * and what just happened. From 2560 px on the map stands beside them, below that behind a button.
 */
export function Overview() {
  const { me } = useLiveSeed();
  const [map, setMap] = useAddressParam('map');
  const mapOn = map !== null;
  const mapBox = useRef<HTMLDivElement>(null);
  const asked = useRef(false);
  const toggleMap = () => {
    asked.current = !mapOn;
    setMap(mapOn ? null : '1');
  };
  useEffect(() => {
    // It opens beneath the panes, maybe out of sight.
    if (mapOn && asked.current) mapBox.current?.scrollIntoView({ block: 'nearest' });
  }, [mapOn]);
  useKey('m', 'Show or hide the map', toggleMap);

  return (
    <div className="flex min-h-full flex-col gap-3 p-3 3xl:h-full 3xl:min-h-160">
      <h1 className="sr-only">Overview</h1>
      <CountsStrip />
      <InfraStrip className="3xl:hidden" />
      <div className="flex min-w-0 flex-wrap items-start gap-2">
        <div className="min-w-0 flex-1">{can(me.role, 'incidents.write') ? <CreateButton userId={me.id} /> : null}</div>
        <Button className="4xl:hidden pointer-coarse:h-10" aria-pressed={mapOn} aria-keyshortcuts="m" onClick={toggleMap}>
          <MapIcon aria-hidden size={16} />
          Map
          <Kbd keys="m" />
        </Button>
      </div>
      <div
        className={cn(
          'grid min-h-0 gap-3 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]',
          '3xl:flex-1 3xl:grid-cols-[minmax(0,5fr)_minmax(0,3.4fr)_minmax(0,4fr)_minmax(0,3.2fr)] 3xl:grid-rows-[minmax(0,1fr)]',
          mapOn && '3xl:max-4xl:grid-rows-[24rem_minmax(0,1fr)]',
          '4xl:grid-cols-[minmax(0,5fr)_minmax(0,3.4fr)_minmax(0,4fr)_minmax(0,3.2fr)_minmax(0,5fr)]',
        )}
      >
        <IncidentsPane className="xl:h-[clamp(20rem,52dvh,48rem)] 3xl:h-auto" />
        <UnitsPane className="xl:h-[clamp(20rem,52dvh,48rem)] 3xl:h-auto" />
        <div ref={mapBox} className={cn('min-w-0 scroll-mb-3 lg:col-span-2 3xl:order-first 3xl:col-span-4 3xl:h-96 4xl:order-last 4xl:col-span-1 4xl:h-auto', !mapOn && 'max-4xl:hidden')}>
          <BoardMap />
        </div>
        <div className="grid min-w-0 items-start gap-3 lg:col-span-2 lg:grid-cols-3 3xl:contents">
          <div className="grid min-w-0 content-start gap-3 lg:max-3xl:contents 3xl:overflow-y-auto">
            <InfraStripPane className="max-h-[40dvh] max-3xl:hidden" />
            <div id="live-messages" className="min-w-0 scroll-mt-3">
              <LivePanel />
            </div>
            <div className="grid min-w-0 gap-3">
              {can(me.role, 'flash.send') ? <LatestBroadcast /> : null}
              <BonfiresPanel />
            </div>
          </div>
          <div className="flex min-h-0 min-w-0 flex-col gap-3">
            <ActivityPanel className="min-h-0 flex-1 max-3xl:hidden" />
            <Panel title="Connection" bodyClassName="p-3 text-sm">
              <ConnectionDetail />
            </Panel>
          </div>
        </div>
      </div>
    </div>
  );
}
