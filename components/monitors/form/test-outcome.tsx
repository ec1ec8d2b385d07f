import { Notice } from '@/components/ui/notice';
import { OUTCOME_LOOK, resultWords } from '../test-words';
import { changedFields } from './changes';
import type { Draft } from './draft';
import type { useTestDraft } from './use-test-draft';

interface TestOutcomeProps {
  readonly tested: ReturnType<typeof useTestDraft>;
  /** What is typed by now. */
  readonly draft: Draft;
}

/** What one look at the settings of the form found. */
export function TestOutcome({ tested, draft }: TestOutcomeProps) {
  const { pending, result, failure } = tested;
  if (pending) return <Notice tone="info">Looking …</Notice>;
  if (failure) return <Notice tone="warning">Not tested. {failure}</Notice>;
  if (!result) return null;
  const older = tested.draft !== null && changedFields(tested.draft, draft).length > 0;
  return (
    <Notice tone={OUTCOME_LOOK[result.outcome].tone}>
      <span className="figures">{resultWords(result)}</span>
      {older ? <span className="text-text-muted"> · before the last changes</span> : null}
    </Notice>
  );
}
