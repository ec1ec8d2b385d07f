import type { ReactNode } from 'react';
import { BrandName } from '@/components/layout/brand';

interface FrontPageProps {
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
}

/** A page in front of the board: what somebody sees who has not signed in. */
export function FrontPage({ title, lead, children }: FrontPageProps) {
  return (
    <div className="relative isolate grid min-h-dvh place-items-center overflow-hidden p-4">
      <Rings />
      <main className="floating grid w-full max-w-108 gap-6 p-6 sm:p-8">
        <div className="grid gap-1">
          <BrandName />
          <h1 className="mt-4 text-lg font-semibold">{title}</h1>
          <p className="text-sm text-text-muted">{lead}</p>
        </div>
        {children}
      </main>
    </div>
  );
}

function Rings() {
  return (
    <svg aria-hidden viewBox="-500 -500 1000 1000" className="absolute top-1/2 left-1/2 -z-10 size-[1400px] -translate-x-1/2 -translate-y-1/2 fill-none stroke-line">
      {[180, 260, 340, 420, 498].map((radius) => (
        <circle key={radius} r={radius} />
      ))}
      {Array.from({ length: 60 }, (_, tick) => (
        <line key={tick} y1={-340} y2={tick % 5 === 0 ? -322 : -332} transform={`rotate(${tick * 6})`} />
      ))}
    </svg>
  );
}
