'use client';

import { useQuery } from '@tanstack/react-query';
import { LayoutTemplate } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover';
import { SkeletonRows } from '@/components/ui/skeleton';
import type { FlashTemplate } from '@/lib/protocol/flash';
import { templatesQuery } from '@/lib/queries/flash';
import type { Draft } from './draft';
import { SaveTemplate } from './save-template';
import { TemplateRow } from './template-row';

interface TemplatePickerProps {
  readonly onPick: (template: FlashTemplate) => void;
  /** The draft as it is now, for saving it. */
  readonly draft: () => Draft;
}

/** Texts that are sent often: fill one in, keep the present one, drop one. */
export function TemplatePicker({ onPick, draft }: TemplatePickerProps) {
  const [open, setOpen] = useState(false);
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button size="sm">
          <LayoutTemplate aria-hidden size={16} />
          Templates
        </Button>
      </PopoverTrigger>
      <PopoverContent aria-label="Templates" className="p-0">
        <TemplateList
          onPick={(template) => {
            onPick(template);
            setOpen(false);
          }}
        />
        <SaveTemplate draft={draft} />
      </PopoverContent>
    </Popover>
  );
}

function TemplateList({ onPick }: Pick<TemplatePickerProps, 'onPick'>) {
  const { data, error, isFetching, refetch } = useQuery(templatesQuery);
  if (error && !data) return <ErrorState title="The templates could not be loaded." error={error} onRetry={() => void refetch()} retrying={isFetching} />;
  if (!data) return <SkeletonRows rows={3} label="Loading the templates" rowClassName="h-9" />;
  if (data.items.length === 0) return <EmptyState>No templates yet. Write a message and keep it here for the next time.</EmptyState>;
  return (
    <ul className="max-h-72 overflow-y-auto p-1">
      {data.items.map((template) => (
        <TemplateRow key={template.id} template={template} onPick={onPick} />
      ))}
    </ul>
  );
}
