import { SteadyButton } from '@/components/ui/steady-button';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import type { MonitorForm } from './use-monitor-form';

interface FormButtonsProps {
  readonly state: MonitorForm;
  readonly isNew: boolean;
  /** Null for a kind that cannot be looked at at once. */
  readonly tests: { readonly pending: boolean; readonly onTest: () => void } | null;
  readonly onClose?: () => void;
}

/** What can be done with what is typed. */
export function FormButtons({ state, isNew, tests, onClose }: FormButtonsProps) {
  const { form, saving, saved, touched, theirs, applyAgain, drop } = state;
  const word = isNew ? 'Add monitor' : 'Save';
  return (
    <div className="flex flex-wrap items-center gap-2">
      {theirs.length > 0 && touched.length > 0 ? (
        <SteadyButton look="primary" ready={!saving} onPress={applyAgain}>
          {saving ? 'Saving' : 'Apply mine again'}
        </SteadyButton>
      ) : (
        // Never disabled: that would take the keyboard's place from under it.
        <Button
          type="submit"
          look="primary"
          aria-disabled={saving || (!isNew && touched.length === 0) || undefined}
          aria-keyshortcuts="Control+Enter"
          className="aria-disabled:cursor-not-allowed aria-disabled:opacity-55"
        >
          {saving ? 'Saving' : word}
          <Kbd keys="Ctrl ⏎" />
        </Button>
      )}
      {tests ? (
        <SteadyButton ready={!tests.pending} onPress={tests.onTest}>
          {tests.pending ? 'Testing' : 'Test now'}
        </SteadyButton>
      ) : null}
      {touched.length > 0 ? (
        <Button
          look="quiet"
          disabled={saving}
          onClick={() => {
            drop();
            form.setFocus('name');
          }}
        >
          {isNew ? 'Clear' : 'Drop what I typed'}
        </Button>
      ) : null}
      {onClose && touched.length === 0 ? (
        <Button look="quiet" onClick={onClose} aria-keyshortcuts="Escape">
          Close <Kbd keys="Esc" />
        </Button>
      ) : null}
      <span role="status" className="text-sm text-text-muted">
        {saved ? 'Saved.' : ''}
      </span>
    </div>
  );
}
