import type { ReactNode } from 'react';

interface MessagePageProps {
  readonly title: string;
  readonly text: string;
  /** What to do next. */
  readonly children: ReactNode;
}

/** A page that has only something to say: what happened and the next action. */
export function MessagePage({ title, text, children }: MessagePageProps) {
  return (
    <div className="grid min-h-[60dvh] place-items-center p-6">
      <div className="grid max-w-md justify-items-start gap-2">
        <h1 className="text-lg font-semibold">{title}</h1>
        <p className="text-text-muted">{text}</p>
        <div className="mt-3 flex gap-2">{children}</div>
      </div>
    </div>
  );
}
