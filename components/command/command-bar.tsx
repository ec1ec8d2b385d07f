'use client';

import { Command } from 'cmdk';
import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useGo } from '@/components/offline/go';
import { reloadPage } from '@/components/version/reload-mark';
import { Button } from '@/components/ui/button';
import { CommandExamples } from './command-examples';
import { CommandSaid } from './command-said';
import { closeCommand, useCommand } from './command-state';
import { HitItem, PlanItem } from './plan-items';
import { parseCommand } from './parse-command';
import { useCommandWorld } from './use-command-world';
import { useRunPlan } from './use-run-plan';

/** The open command line: what is typed, and under it what Enter will do or why it cannot. */
export function CommandBar() {
  const { text, said, sending } = useCommand();
  const world = useCommandWorld();
  const run = useRunPlan();
  const goTo = useGo();
  const input = useRef<HTMLInputElement>(null);
  const plan = parseCommand(text, world);

  useEffect(() => {
    const before = document.activeElement;
    input.current?.focus();
    input.current?.select();
    return () => {
      // Whoever was at a row of the board is there again, unless they went on by themselves.
      if (before instanceof HTMLElement && before.isConnected && document.activeElement === document.body) before.focus({ preventScroll: true });
    };
  }, []);

  const go = (href: string) => {
    useCommand.setState({ text: '', said: null });
    closeCommand();
    goTo(href);
  };
  return (
    <Command
      label="Command line"
      shouldFilter={false}
      vimBindings={false}
      loop
      className="absolute inset-x-0 top-0 z-40"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        closeCommand();
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget) && !useCommand.getState().sending) closeCommand();
      }}
    >
      <div className="flex h-12 items-center gap-2 border-b bg-surface-raised px-3 xl:px-4">
        <span aria-hidden className="text-md font-semibold text-accent">
          &gt;
        </span>
        <Command.Input
          ref={input}
          value={text}
          spellCheck={false}
          placeholder="Command, call sign, number or title"
          className="h-9 min-w-0 flex-1 bg-transparent text-md outline-none"
          aria-busy={sending}
          onValueChange={(typed) => useCommand.setState({ text: typed, said: null })}
        />
        <Button look="quiet" size="icon" aria-label="Close the command line" onClick={closeCommand}>
          <X aria-hidden size={16} />
        </Button>
      </div>
      <div className="floating mx-2 mt-1 max-w-3xl overflow-hidden text-sm xl:mx-4">
        <CommandSaid said={said} sending={sending} problem={plan.kind === 'problem' ? plan.words : null} />
        <Command.List label="What Enter does" className="max-h-[min(20rem,60dvh)] overflow-y-auto">
          {plan.kind === 'unit' || plan.kind === 'create' ? <PlanItem plan={plan} onRun={() => void run(plan)} /> : null}
          {plan.kind === 'reload' ? <PlanItem plan={plan} onRun={reloadPage} /> : null}
          {plan.kind === 'find' ? plan.hits.map((hit) => <HitItem key={hit.key} hit={hit} onGo={() => go(hit.href)} />) : null}
        </Command.List>
        {plan.kind === 'nothing' ? <CommandExamples role={world.role} codes={world.codes} /> : null}
      </div>
    </Command>
  );
}
