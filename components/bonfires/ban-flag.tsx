import { Pill } from '@/components/ui/pill';

/** Says that a fire lies in the yearly ban. */
export function BanFlag() {
  return (
    <span title="Open fire is banned in and near forest and other outlying land from 15 April to 15 September">
      <Pill shape="triangle" tone="warning">
        Ban period
      </Pill>
    </span>
  );
}
