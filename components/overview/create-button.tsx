'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { CreateLine } from '@/components/incidents/create/create-line';
import { useLineDraft } from '@/components/incidents/create/line-draft';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { useKey } from '@/components/ui/keys/use-key';

interface CreateButtonProps {
  readonly userId: string;
}

/** The line that creates incidents, folded up until it is wanted. Text in it stays when it is folded again. */
export function CreateButton({ userId }: CreateButtonProps) {
  const [open, setOpen] = useState(false);
  const begun = useLineDraft((draft) => draft.text !== '');
  useKey('n', 'Create an incident', () => setOpen(true), !open);
  if (open) return <CreateLine userId={userId} focusFirst onLeave={() => setOpen(false)} />;
  return (
    <Button className="pointer-coarse:h-10" aria-keyshortcuts="n" onClick={() => setOpen(true)}>
      <Plus aria-hidden size={16} />
      {begun ? 'Go on with the new incident' : 'New incident'}
      <Kbd keys="n" />
    </Button>
  );
}
