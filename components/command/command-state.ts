import { create } from 'zustand';

/** What the command line last said. */
export interface Said {
  readonly tone: 'ok' | 'warning';
  readonly words: string;
}

interface CommandState {
  readonly open: boolean;
  /** What is typed; stays when the line is closed. */
  readonly text: string;
  readonly sending: boolean;
  readonly said: Said | null;
}

/** The one command line of the page. */
export const useCommand = create<CommandState>(() => ({ open: false, text: '', sending: false, said: null }));

/** Opens the command line with what was typed last. */
export function openCommand(): void {
  useCommand.setState({ open: true });
}

/** Closes the command line; what was typed is there again when it opens. */
export function closeCommand(): void {
  useCommand.setState(({ said }) => ({ open: false, said: said?.tone === 'warning' ? said : null }));
}
