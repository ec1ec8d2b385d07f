import { z } from 'zod';
import { infrastructureSchema } from '@/lib/protocol/infrastructure';

/** Where the schema is published: below the address of an instance, and in the folder public/ of the project. */
export const SCHEMA_PATH = '/schemas/infrastructure.v1.json';

/** The schema of the payload for programs of others: JSON Schema, draft 2020-12. */
export function infrastructureJsonSchema(): z.core.JSONSchema.JSONSchema {
  const schema: z.core.JSONSchema.JSONSchema = z.toJSONSchema(infrastructureSchema, { target: 'draft-2020-12' });
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', $id: 'urn:watchroom:infrastructure:v1', title: 'State of the services that Watchroom watches, version 1', ...schema };
}

/** The same as a check of values. */
export const publishedSchema = z.fromJSONSchema(infrastructureJsonSchema());

/** The same as the text of its file. */
export function infrastructureJsonSchemaText(): string {
  return `${JSON.stringify(infrastructureJsonSchema(), null, 2)}\n`;
}
