import { problem, type CommandWorld, type Plan } from './plan';
import { findHits, findPages } from './find-hits';
import { planCreate } from './plan-create';
import { looksLikeUnitCommand, planForUnit, splitUnit } from './plan-unit';

/**
 * Reads one line: `R21 2`, `R11 7 broken pump`, `R11 0 20`, `R21 > 0412`, `R21 clear`, `R21 ack`, `new p1 fire …`,
 * `go units`, `reload`; anything else looks for incidents, units and pages. Pure: the same line and world give the same plan.
 */
export function parseCommand(text: string, world: CommandWorld): Plan {
  const line = text.trim();
  if (line === '') return { kind: 'nothing' };
  const [, verb = '', rest = ''] = /^(\S+)\s*(.*)$/s.exec(line) ?? [];
  if (verb.toLowerCase() === 'new') return planCreate(rest, world);
  if (verb.toLowerCase() === 'go') return planGo(rest, world);
  if (line.toLowerCase() === 'reload') return { kind: 'reload', words: world.newer ? 'Load the newer version' : 'Load this page anew' };

  const addressed = splitUnit(line, world.units);
  if (addressed && addressed.rest !== '') return planForUnit(addressed.unit, addressed.rest, world);

  const hits = findHits(line, world);
  if (hits.length > 0) return { kind: 'find', hits };
  if (looksLikeUnitCommand(rest, world.codes)) return problem(`${verb} is no unit.`);
  return problem(`Nothing open is called "${line}", and it is no command.`);
}

function planGo(name: string, { pages }: CommandWorld): Plan {
  const hits = findPages(name, pages);
  return hits.length > 0 ? { kind: 'find', hits } : problem(`There is no page called "${name}" for you.`);
}
