/**
 * Takes a Redis glob (`*`, `?`, `[abc]`, `[^a]`, `[a-z]`, backslash for the next character as it is) and gives a test
 * for names. A name is matched as a whole.
 */
export function globMatcher(pattern: string): (name: string) => boolean {
  const expression = new RegExp(`^${translate([...pattern])}$`, 'su');
  return (name) => expression.test(name);
}

function translate(characters: readonly string[]): string {
  let source = '';
  for (let at = 0; at < characters.length; at += 1) {
    const character = characters[at] ?? '';
    if (character === '*') {
      // Runs of stars mean one star, and as one they do not make the expression backtrack.
      if (characters[at - 1] !== '*') source += '.*';
    } else if (character === '?') {
      source += '.';
    } else if (character === '[') {
      const end = endOfClass(characters, at + 1);
      source += translateClass(characters.slice(at + 1, end));
      at = end;
    } else if (character === '\\' && at + 1 < characters.length) {
      at += 1;
      source += escape(characters[at] ?? '');
    } else {
      source += escape(character);
    }
  }
  return source;
}

function endOfClass(characters: readonly string[], from: number): number {
  let at = from;
  while (at < characters.length && characters[at] !== ']') at += characters[at] === '\\' ? 2 : 1;
  return Math.min(at, characters.length);
}

function translateClass(body: readonly string[]): string {
  const negated = body[0] === '^';
  const members: string[] = [];
  for (let at = negated ? 1 : 0; at < body.length; at += 1) {
    if (body[at] === '\\' && at + 1 < body.length) at += 1;
    const from = body[at] ?? '';
    if (body[at + 1] === '-' && at + 2 < body.length) {
      const to = body[at + 2] ?? '';
      members.push(from <= to ? `${escapeMember(from)}-${escapeMember(to)}` : `${escapeMember(to)}-${escapeMember(from)}`);
      at += 2;
    } else {
      members.push(escapeMember(from));
    }
  }
  if (members.length === 0) return negated ? '.' : '(?!)';
  return `[${negated ? '^' : ''}${members.join('')}]`;
}

function escape(character: string): string {
  return /[\^$\\.*+?()[\]{}|/]/.test(character) ? `\\${character}` : character;
}

function escapeMember(character: string): string {
  return character === '-' ? '\\-' : escape(character);
}
