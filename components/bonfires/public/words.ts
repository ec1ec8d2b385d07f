import type { DraftField } from '../notice/draft';

export const LANGUAGES = ['no', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Reads the language from the address; Norwegian unless English is asked for. */
export function parseLanguage(text: string | null | undefined): Language {
  return text === 'en' ? 'en' : 'no';
}

interface FieldWords {
  readonly label: string;
  readonly hint?: string;
  /** What is needed, when what was given cannot be accepted. The fields themselves take no more than fits. */
  readonly problem: string;
}

/** The texts of the public form in one language. */
export interface PublicWords {
  readonly title: string;
  readonly intro: string;
  readonly noApproval: string;
  readonly danger: string;
  readonly fields: Readonly<Record<Exclude<DraftField, 'landownerConsent'>, FieldWords>>;
  readonly landownerConsent: string;
  readonly privacy: string;
  readonly banTitle: string;
  readonly banRules: string;
  readonly send: string;
  readonly sending: string;
  readonly checkFields: string;
  readonly refused: {
    readonly network: string;
    readonly busy: (wait: string | null) => string;
    readonly other: string;
    readonly kept: string;
  };
  readonly sent: {
    readonly title: string;
    readonly reference: string;
    readonly next: string;
    /** The same for a notice that somebody looks at first. */
    readonly heldTitle: string;
    readonly heldNext: string;
    readonly again: string;
  };
}

const no: PublicWords = {
  title: 'Meld fra om bål',
  intro: 'Si fra før du tenner, så vet brannvesenet at røyken er ventet.',
  noApproval: 'Å melde fra er ingen godkjenning. Du har selv ansvar for at bålet er lov og trygt, og for at det slokkes helt.',
  danger: 'Er det fare? Ring 110 (brann) eller 112. Ikke bruk dette skjemaet.',
  fields: {
    name: { label: 'Navnet ditt', problem: 'Skriv navnet ditt.' },
    phone: { label: 'Telefon', hint: 'Du må kunne nås her så lenge det brenner.', problem: 'Skriv et telefonnummer vi kan ringe.' },
    address: { label: 'Adresse eller sted', hint: 'Slik at en brannbil finner fram.', problem: 'Skriv hvor bålet er.' },
    municipality: { label: 'Kommune', problem: 'Skriv kommunen.' },
    startsAt: { label: 'Tennes', hint: 'Norsk tid.', problem: 'Velg dato og klokkeslett.' },
    endsAt: { label: 'Slokket senest', hint: 'Norsk tid.', problem: 'Velg et tidspunkt som er etter at bålet tennes, ikke er passert, og ligger innen en uke.' },
    material: { label: 'Hva brennes?', hint: 'For eksempel kvist eller halm. Avfall er ikke lov å brenne.', problem: 'Skriv hva som brennes.' },
    extent: { label: 'Hvor stort?', hint: 'For eksempel 2 meter bredt, 1 meter høyt.', problem: 'Skriv hvor stort bålet blir.' },
    extinguishing: { label: 'Hva har du å slokke med?', hint: 'For eksempel hageslange eller vannbøtter.', problem: 'Skriv hva du har å slokke med.' },
    responsible: { label: 'Hvem passer bålet?', problem: 'Skriv hvem som passer bålet.' },
  },
  landownerConsent: 'Grunneieren har sagt ja',
  privacy: 'Opplysningene vises bare for dem som arbeider på alarmsentralen.',
  banTitle: 'I denne tiden er det bålforbud.',
  banRules:
    'Fra 15. april til 15. september er det forbudt å tenne bål i og nær skog og annen utmark uten tillatelse fra kommunen. Bål er likevel lov der det opplagt ikke kan føre til brann. Kommunen kan ha strengere regler.',
  send: 'Send melding',
  sending: 'Sender',
  checkFields: 'Noe mangler. Se feltene som er merket.',
  refused: {
    network: 'Vi får ikke kontakt med tjeneren, så meldingen er kanskje ikke sendt. Prøv igjen når du har nett; den blir bare registrert én gang.',
    busy: (wait) => `Det er sendt for mange meldinger på kort tid, så denne er ikke registrert. Prøv igjen ${wait ? `om ${wait}` : 'om litt'}.`,
    other: 'Meldingen ble ikke registrert. Prøv igjen om litt.',
    kept: 'Det du har skrevet, står fortsatt her.',
  },
  sent: {
    title: 'Meldingen er registrert',
    reference: 'Referanse',
    heldTitle: 'Meldingen er mottatt, men ikke registrert ennå',
    heldNext: 'Det kommer mange meldinger akkurat nå. Noen på alarmsentralen ser på din før den blir registrert. Oppgi referansen om du ringer oss om bålet. Dette er ingen godkjenning.',
    next: 'Oppgi referansen om du ringer oss om bålet. Dette er ingen godkjenning.',
    again: 'Meld fra om et bål til',
  },
};

const en: PublicWords = {
  title: 'Report a bonfire',
  intro: 'Tell us before you light it, so that the fire service knows the smoke is expected.',
  noApproval: 'Registering is not an approval. You yourself are responsible for the fire being legal and safe, and for putting it out completely.',
  danger: 'Is somebody in danger? Call 110 (fire) or 112. Do not use this form.',
  fields: {
    name: { label: 'Your name', problem: 'Write your name.' },
    phone: { label: 'Phone', hint: 'We must reach you here as long as it burns.', problem: 'Write a phone number that we can call.' },
    address: { label: 'Address or place', hint: 'So that a fire engine finds it.', problem: 'Write where the fire is.' },
    municipality: { label: 'Municipality', problem: 'Write the municipality.' },
    startsAt: { label: 'Lit at', hint: 'Norwegian time.', problem: 'Choose a date and a time.' },
    endsAt: { label: 'Out at the latest', hint: 'Norwegian time.', problem: 'Choose a time that is after the start, not past, and within a week.' },
    material: { label: 'What is burnt?', hint: 'For example twigs or straw. Burning waste is not allowed.', problem: 'Write what is burnt.' },
    extent: { label: 'How large?', hint: 'For example 2 metres wide, 1 metre high.', problem: 'Write how large the fire gets.' },
    extinguishing: { label: 'What do you have to put it out?', hint: 'For example a garden hose or buckets of water.', problem: 'Write what you have to put it out.' },
    responsible: { label: 'Who watches the fire?', problem: 'Write who watches the fire.' },
  },
  landownerConsent: 'The landowner has agreed',
  privacy: 'Only those who work at the alarm centre see what you write.',
  banTitle: 'Open fire is banned at this time.',
  banRules:
    'From 15 April to 15 September it is forbidden to light fires in and near forest and other outlying land without permission from the municipality. A fire is still allowed where it plainly cannot spread. Your municipality may have stricter rules.',
  send: 'Send notice',
  sending: 'Sending',
  checkFields: 'Something is missing. See the fields that are marked.',
  refused: {
    network: 'The server cannot be reached, so the notice may not have been sent. Try again when you are online; it is registered only once.',
    busy: (wait) => `Too many notices were sent in a short time, so this one is not registered. Try again ${wait ? `in ${wait}` : 'in a while'}.`,
    other: 'The notice was not registered. Try again in a while.',
    kept: 'What you wrote is still here.',
  },
  sent: {
    title: 'Your notice is registered',
    reference: 'Reference',
    heldTitle: 'Your notice has come in, but is not registered yet',
    heldNext: 'Many notices come in right now. Somebody at the alarm centre looks at yours before it is registered. Give the reference if you call us about the fire. This is not an approval.',
    next: 'Give the reference if you call us about the fire. This is not an approval.',
    again: 'Report another bonfire',
  },
};

/** Every text of the public form in both languages. */
export const PUBLIC_WORDS: Readonly<Record<Language, PublicWords>> = { no, en };
