import { cn } from '@/components/ui/cn';
import { LANGUAGES, type Language } from './words';

const NAMES: Readonly<Record<Language, string>> = { no: 'Norsk', en: 'English' };

interface LanguageSwitchProps {
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
}

/** Norwegian or English; what was typed stays. */
export function LanguageSwitch({ language, onLanguage }: LanguageSwitchProps) {
  return (
    <div role="group" aria-label="Språk / Language" className="inline-flex overflow-hidden rounded-md border border-line-strong">
      {LANGUAGES.map((choice) => (
        <button
          key={choice}
          type="button"
          lang={choice}
          aria-pressed={choice === language}
          onClick={() => onLanguage(choice)}
          className={cn('h-11 px-4 text-md focus-visible:-outline-offset-2', choice === language ? 'bg-accent font-medium text-on-accent' : 'hover:bg-text/8')}
        >
          {NAMES[choice]}
        </button>
      ))}
    </div>
  );
}
