import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { z } from 'zod';
import { readReport } from './read-report';

const LINES_EACH = 4;

const vitestFailures = z.object({
  testResults: z.array(
    z.object({
      name: z.string().default(''),
      status: z.string(),
      message: z.string().default(''),
      assertionResults: z.array(z.object({ status: z.string(), fullName: z.string().default(''), failureMessages: z.array(z.string()).nullish() })),
    }),
  ),
});

const specSchema = z.object({
  title: z.string(),
  file: z.string().default(''),
  ok: z.boolean(),
  tests: z.array(z.object({ results: z.array(z.object({ error: z.object({ message: z.string().default('') }).optional() })) })),
});
interface PlaywrightGroup {
  specs?: z.infer<typeof specSchema>[] | undefined;
  suites?: PlaywrightGroup[] | undefined;
}
const groupSchema: z.ZodType<PlaywrightGroup> = z.lazy(() => z.object({ specs: z.array(specSchema).optional(), suites: z.array(groupSchema).optional() }));

/** What failed according to a vitest JSON report: file, test and the first lines of the message of each. Empty without a report. */
export function failuresOfVitest(file: string, projectDir: string): string[] {
  const report = vitestFailures.safeParse(readReport(file));
  if (!report.success) return [];
  return report.data.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const where = relative(projectDir, name);
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0 && status === 'failed') return [line(where, 'could not be loaded', message)];
    return failed.map((test) => line(where, test.fullName, test.failureMessages?.join('\n') ?? ''));
  });
}

/** The same of a Playwright JSON report. */
export function failuresOfPlaywright(file: string): string[] {
  const report = groupSchema.safeParse(readReport(file));
  return report.success ? failuresIn(report.data) : [];
}

function failuresIn({ specs = [], suites = [] }: PlaywrightGroup): string[] {
  const own = specs
    .filter((spec) => !spec.ok)
    .map(({ file, title, tests }) => line(file, title, tests.flatMap(({ results }) => results.map(({ error }) => error?.message ?? '')).find(Boolean) ?? ''));
  return [...own, ...suites.flatMap(failuresIn)];
}

function line(where: string, title: string, message: string): string {
  const lines = stripVTControlCharacters(message).split('\n').map((text) => text.trim()).filter(Boolean);
  return [`${where} › ${title}`, ...lines.slice(0, LINES_EACH).map((text) => `    ${text.slice(0, 300)}`)].join('\n');
}
