/** In charge of the OpenAPI document: made from the same schemas that validate. */
import { z } from 'zod';
import { errorSchema } from '../http/api-error.ts';
import type { Endpoint } from '../http/endpoint.ts';

type Json = Record<string, unknown>;

/** The errors that any endpoint of this kind can answer with. */
function errorStatuses(endpoint: Endpoint): number[] {
  return [
    ...(endpoint.body || endpoint.query ? [400] : []),
    ...(endpoint.access === 'anyone' ? [] : [401]),
    ...(endpoint.body ? [413, 415] : []),
    429,
    500,
    503,
  ].filter((status) => !(status in endpoint.responses));
}

/** The document, OpenAPI 3.1. */
export function openApiDocument(endpoints: readonly Endpoint[], version: string): Json {
  const schemas: Json = {};
  const paths: Record<string, Json> = {};
  for (const endpoint of endpoints) {
    paths[endpoint.path] = {
      ...paths[endpoint.path],
      [endpoint.method]: operation(endpoint, schemas),
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'catb',
      version,
      description:
        'The API of Mu, an assistant for cat health. Start a session, then send its token as ' +
        '`Authorization: Bearer`, or as `sessionToken` in the body. Errors are ' +
        '`{code, message, details, hint}`; their codes are in docs/reference/errors.md.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths,
    components: {
      schemas,
      securitySchemes: {
        sessionToken: { type: 'http', scheme: 'bearer' },
        adminKey: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}

function operation(endpoint: Endpoint, schemas: Json): Json {
  const responses: Json = {};
  for (const [status, { description, schema, contentType, alsoCsv }] of Object.entries(
    endpoint.responses,
  )) {
    responses[status] = {
      description,
      content: {
        [contentType ?? 'application/json']: {
          schema: reference(schema ?? errorSchema, schemas, 'output'),
        },
        ...(alsoCsv ? { 'text/csv': { schema: { type: 'string' } } } : {}),
      },
    };
  }
  for (const status of errorStatuses(endpoint)) {
    responses[status] = {
      description: 'An error.',
      content: { 'application/json': { schema: reference(errorSchema, schemas, 'output') } },
    };
  }
  return {
    tags: [endpoint.tag],
    summary: endpoint.summary,
    ...(endpoint.description === undefined ? {} : { description: endpoint.description }),
    ...(endpoint.access === 'session' ? { security: [{ sessionToken: [] }] } : {}),
    ...(endpoint.access === 'admin' ? { security: [{ adminKey: [] }] } : {}),
    ...(endpoint.query === undefined ? {} : { parameters: parameters(endpoint.query) }),
    ...(endpoint.body === undefined || endpoint.method === 'delete'
      ? {}
      : {
          requestBody: {
            content: {
              'application/json': { schema: reference(endpoint.body, schemas, 'input') },
            },
          },
        }),
    responses,
  };
}

/** The schema in place, or a reference to it where it has a name of its own. */
function reference(schema: z.ZodType, schemas: Json, io: 'input' | 'output'): unknown {
  const name = schema.meta()?.id;
  const {
    $schema: _,
    id: __,
    ...json
  } = z.toJSONSchema(schema, {
    io,
    reused: 'inline',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => delete jsonSchema.id,
  }) as Json;
  const { $defs: definitions, ...own } = json;
  Object.assign(schemas, definitions);
  if (name === undefined) return relink(own);
  schemas[name] = relink(own);
  return { $ref: `#/components/schemas/${name}` };
}

/** Points references at the document's components; zod points them at `$defs`. */
function relink(json: Json): unknown {
  return JSON.parse(JSON.stringify(json).replaceAll('#/$defs/', '#/components/schemas/'));
}

function parameters(query: z.ZodType): unknown[] {
  const { properties } = z.toJSONSchema(query, { io: 'output', unrepresentable: 'any' });
  return Object.entries(properties ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: false,
    schema,
  }));
}
