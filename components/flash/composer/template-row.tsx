'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { LEVEL_LOOK } from '@/components/flash/levels';
import { Button } from '@/components/ui/button';
import { Shape } from '@/components/ui/shape';
import type { FlashTemplate } from '@/lib/protocol/flash';
import { deleteTemplate, flashKeys } from '@/lib/queries/flash';

interface TemplateRowProps {
  readonly template: FlashTemplate;
  readonly onPick: (template: FlashTemplate) => void;
}

/** A kept text: press to fill it in, press the bin twice to drop it. */
export function TemplateRow({ template, onPick }: TemplateRowProps) {
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState(false);
  const dropping = useMutation({
    mutationFn: () => deleteTemplate(template.id),
    networkMode: 'always',
    onSuccess: () => queryClient.invalidateQueries({ queryKey: flashKeys.templates }),
  });
  const { shape, text, word } = LEVEL_LOOK[template.level];

  return (
    <li>
      <div className="flex items-center gap-1">
        <button type="button" onClick={() => onPick(template)} className="flex h-8 min-w-0 flex-1 items-center gap-2 rounded-sm px-2 text-left hover:bg-text/8 pointer-coarse:h-10">
          <Shape name={shape} className={text} />
          <span className="sr-only">{word}: </span>
          <span className="truncate">{template.name}</span>
        </button>
        <Button
          look="quiet"
          size="sm"
          aria-label={asked ? `Press again to drop ${template.name}` : `Drop ${template.name}`}
          disabled={dropping.isPending}
          onBlur={() => setAsked(false)}
          onClick={() => (asked ? dropping.mutate() : setAsked(true))}
        >
          {asked ? 'Press again' : <Trash2 aria-hidden size={16} />}
        </Button>
      </div>
      {dropping.isError ? (
        <p role="alert" className="px-2 pb-1 text-xs text-warning">
          Not dropped. {dropping.error.message}
        </p>
      ) : null}
    </li>
  );
}
