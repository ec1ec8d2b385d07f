import { Withheld } from '@/components/ui/withheld';

interface PhoneLinkProps {
  /** Null: this role may not read it. */
  readonly phone: string | null;
}

/** A telephone number that can be called at a touch. */
export function PhoneLink({ phone }: PhoneLinkProps) {
  if (phone === null) return <Withheld />;
  return (
    <a href={`tel:${phone.replace(/[^+0-9]/g, '')}`} className="figures rounded-sm underline-offset-2 hover:underline">
      {phone}
    </a>
  );
}
