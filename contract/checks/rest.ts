import { isDeepStrictEqual } from 'node:util';
import { parseJson } from '@/lib/core/parse-json';
import { infrastructureSchema } from '@/lib/protocol/infrastructure';
import type { Check } from '../check';
import { demand, demandHeader, demandSchema, JSON_TYPE, NO_STORE } from '../demand';
import { infrastructureJsonSchema, publishedSchema, SCHEMA_PATH } from '../published-schema';

const group = 'REST: the answer';

/** The answer of `GET /api/infrastructure` as a whole, and the schema that describes it. */
export const restChecks: readonly Check[] = [
  {
    ...{ group, id: 'rest.content-type', name: 'The answer is application/json' },
    run: ({ sample: { rest } }) => demandHeader(rest.headers, JSON_TYPE),
  },
  {
    ...{ group, id: 'rest.cache-control', name: 'No cache may keep the answer (no-store)' },
    run: ({ sample: { rest } }) => demandHeader(rest.headers, NO_STORE),
  },
  {
    ...{ group, id: 'rest.schema', name: 'The payload is exactly what the protocol describes' },
    run(reading) {
      demandSchema(infrastructureSchema, reading.payload(), 'The payload');
      return 'every field fits';
    },
  },
  {
    ...{ group, id: 'rest.json-schema', name: 'The payload is valid by the published JSON Schema' },
    run(reading) {
      demandSchema(publishedSchema, reading.payload(), 'The payload');
      return 'valid';
    },
  },
  {
    ...{ group, id: 'rest.schema-published', name: `The JSON Schema is published at ${SCHEMA_PATH}, without sign-in` },
    run({ sample: { schema } }) {
      demand(schema.status === 200, `It answered ${schema.status || schema.failure}. Expected was 200.`);
      demand(isDeepStrictEqual(parseJson(schema.text), infrastructureJsonSchema()), 'What is published there is another schema than the one that this check knows. Run the check that belongs to the version of the instance.');
      return 'published';
    },
  },
];
