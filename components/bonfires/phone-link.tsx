interface PhoneLinkProps {
  readonly phone: string;
}

/** A telephone number that can be called at a touch. */
export function PhoneLink({ phone }: PhoneLinkProps) {
  return (
    <a href={`tel:${phone.replace(/[^+0-9]/g, '')}`} className="figures rounded-sm underline-offset-2 hover:underline">
      {phone}
    </a>
  );
}
