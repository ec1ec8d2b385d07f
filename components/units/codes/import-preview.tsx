import { Notice } from '@/components/ui/notice';
import { Shape } from '@/components/ui/shape';
import { Table, Td, Th } from '@/components/ui/table';
import type { CodesPlan } from '@/lib/protocol/status-code';
import type { Unit } from '@/lib/protocol/unit';
import { UNIT_STATE_LOOK } from '../state-look';
import type { CodeLine, LineProblem } from './codes-csv';
import { ColourSample } from '../colour-sample';

const MOST_PROBLEMS = 20;

interface ImportPreviewProps {
  readonly lines: readonly CodeLine[];
  readonly problems: readonly LineProblem[];
  readonly leftOut: readonly string[];
  readonly plan: CodesPlan;
  readonly units: readonly Unit[];
}

/** What a list would make of the present one, line by line, and what is wrong with it. */
export function ImportPreview({ lines, problems, leftOut, plan, units }: ImportPreviewProps) {
  const standing = units.filter(({ code }) => plan.removed.includes(code)).length;
  const what = (code: string) => (plan.added.includes(code) ? 'new' : plan.changed.includes(code) ? 'changed' : 'as it is');
  return (
    <div className="grid gap-2">
      {problems.length > 0 ? (
        <Notice tone="critical">
          <ul aria-label="Lines that cannot be taken" className="grid gap-0.5">
            {problems.slice(0, MOST_PROBLEMS).map(({ line, message }, index) => (
              <li key={index}>
                <span className="figures font-medium">Line {line}:</span> {message}
              </li>
            ))}
          </ul>
          {problems.length > MOST_PROBLEMS ? `And ${problems.length - MOST_PROBLEMS} more.` : null}
        </Notice>
      ) : null}
      {leftOut.length > 0 ? (
        <Notice tone="info" announce={false}>
          Not read, as nothing is known of {leftOut.length === 1 ? 'this column' : 'these columns'}: {leftOut.join(', ')}.
        </Notice>
      ) : null}
      {lines.length > 0 ? (
        <div className="max-h-80 overflow-auto rounded-md border">
          <Table aria-label="What it would become">
            <thead>
              <tr>
                <Th>Line</Th>
                <Th>Code</Th>
                <Th>Text</Th>
                <Th>Means</Th>
                <Th>Then</Th>
              </tr>
            </thead>
            <tbody>
              {lines.map(({ line, given }) => (
                <tr key={line}>
                  <Td className="figures w-0 text-text-muted">{line}</Td>
                  <Td className="figures w-0 font-semibold whitespace-nowrap">{given.code}</Td>
                  <Td>
                    <span className="flex items-center gap-1.5">
                      <ColourSample colour={plan.next.find(({ code }) => code === given.code)?.colour ?? null} />
                      {given.text}
                    </span>
                  </Td>
                  <Td>
                    <span className="flex items-center gap-1.5">
                      <Shape name={UNIT_STATE_LOOK[given.state].shape} size={10} className="text-text-muted" />
                      {UNIT_STATE_LOOK[given.state].word}
                    </span>
                  </Td>
                  <Td className="w-0 whitespace-nowrap">{what(given.code)}</Td>
                </tr>
              ))}
            </tbody>
          </Table>
        </div>
      ) : null}
      {plan.removed.length > 0 && lines.length > 0 ? (
        <p className="text-sm">
          Removed: <span className="figures font-medium">{plan.removed.join(', ')}</span>.{' '}
          {standing > 0 ? `${standing === 1 ? 'One unit stands' : `${standing} units stand`} under ${plan.removed.length === 1 ? 'it' : 'these'} and ${standing === 1 ? 'keeps its' : 'keep their'} status, with its text and limits, until the next one.` : 'No unit stands under them.'}
        </p>
      ) : null}
    </div>
  );
}
