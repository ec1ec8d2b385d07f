/** Words that hubs hear over the doorbell beside its plain ring. */

const CONTESTED = 'contested:';

/** Tells one instance's hub to let its clients go. */
export function drainWord(instanceId: string): string {
  return `drain:${instanceId}`;
}

/** Tells all hubs that a user was refused a stream because all places are taken: are all who hold one still there? */
export function contestedWord(userId: string): string {
  return `${CONTESTED}${userId}`;
}

/** The user of a contested place, or null for any other word. */
export function contestedUser(word: string): string | null {
  return word.startsWith(CONTESTED) ? word.slice(CONTESTED.length) : null;
}
