import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { infrastructureJsonSchemaText, SCHEMA_PATH } from '../contract/published-schema';

// `node --import tsx scripts/write-infrastructure-schema.ts`: writes the published schema anew after the payload has changed.
const file = join(fileURLToPath(new URL('../public', import.meta.url)), SCHEMA_PATH);
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, infrastructureJsonSchemaText());
console.log(`Wrote ${file}.`);
