import { Notice } from '@/components/ui/notice';
import type { PublicWords } from './words';

/** What the yearly ban means, for a fire whose time lies in it. */
export function BanRules({ words }: { readonly words: PublicWords }) {
  return (
    <Notice tone="warning" className="text-md">
      <strong className="font-semibold">{words.banTitle}</strong> {words.banRules}
    </Notice>
  );
}
