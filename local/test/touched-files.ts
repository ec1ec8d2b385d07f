import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/**
 * The files that the change under test edits, as paths from the top of the project: what differs from the last commit, and with `base` (the commit
 * the change starts from) what was committed since. Empty where there is no git, or no such commit.
 */
export async function touchedFiles(projectDir: string, base: string | undefined): Promise<ReadonlySet<string>> {
  const git = async (...args: string[]): Promise<string[]> => {
    try {
      const { stdout } = await promisify(execFile)('git', args, { cwd: projectDir });
      return stdout.split('\n').filter(Boolean);
    } catch {
      return [];
    }
  };
  const [edited, unknown, committed] = await Promise.all([
    git('diff', '--name-only', 'HEAD'),
    git('ls-files', '--others', '--exclude-standard'),
    base ? git('diff', '--name-only', `${base}...HEAD`) : [],
  ]);
  return new Set([...edited, ...unknown, ...committed]);
}
