'use client';

import { useState } from 'react';
import { BrandName } from '@/components/layout/brand';
import { Notice } from '@/components/ui/notice';
import { useAddressParam } from '@/components/ui/use-address-param';
import { LanguageSwitch } from './language-switch';
import { PublicForm, type PublicAnswer } from './public-form';
import { Receipt } from './receipt';
import { parseLanguage, PUBLIC_WORDS } from './words';

/** The page on which anybody can say that they will light a fire. Light and large: it is read outdoors, on phones. */
export function PublicNotice() {
  const [param, setParam] = useAddressParam('lang');
  const [answer, setAnswer] = useState<PublicAnswer | null>(null);
  const language = parseLanguage(param);
  const words = PUBLIC_WORDS[language];
  return (
    <div lang={language} data-theme="light" className="min-h-dvh bg-surface text-md text-text">
      <main className="mx-auto grid max-w-2xl gap-5 px-4 py-6 sm:py-10">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <BrandName />
          <LanguageSwitch language={language} onLanguage={(next) => setParam(next === 'no' ? null : next)} />
        </div>
        <div className="grid gap-3">
          <h1 className="text-xl font-semibold">{words.title}</h1>
          <p>{words.intro}</p>
          <Notice tone="critical" announce={false} className="text-md">
            <strong className="font-semibold">{words.danger}</strong>
          </Notice>
          <Notice tone="info" announce={false} className="text-md">
            {words.noApproval}
          </Notice>
        </div>
        {answer ? <Receipt answer={answer} words={words} onAgain={() => setAnswer(null)} /> : null}
        {/* Stays behind the receipt: what was begun there is not lost. */}
        <div hidden={answer !== null}>
          <PublicForm words={words} onSent={setAnswer} />
        </div>
      </main>
    </div>
  );
}
