import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { buildInfrastructurePayload } from '@/lib/protocol/infrastructure';
import { infrastructureJsonSchema, infrastructureJsonSchemaText, publishedSchema, SCHEMA_PATH } from './published-schema';

describe('the published schema', () => {
  it('is the one that the code describes; when it is not: node --import tsx scripts/write-infrastructure-schema.ts', () => {
    const file = join(fileURLToPath(new URL('../public', import.meta.url)), SCHEMA_PATH);
    expect(readFileSync(file, 'utf8')).toBe(infrastructureJsonSchemaText());
  });

  it('names its draft, itself and its title', () => {
    expect(infrastructureJsonSchema()).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema', $id: expect.stringMatching(/^urn:/), title: expect.stringContaining('Watchroom') });
  });

  it('takes a payload, and none with a field that it does not name', () => {
    const payload = buildInfrastructurePayload([], new Date(), new Date());
    expect(publishedSchema.safeParse(payload).success).toBe(true);
    expect(publishedSchema.safeParse({ ...payload, more: 1 }).success).toBe(false);
    expect(publishedSchema.safeParse({ ...payload, status: 'green' }).success).toBe(false);
  });
});
