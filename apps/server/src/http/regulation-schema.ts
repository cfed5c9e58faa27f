import { readFile } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';

const file = new URL('../../../../regulations/regulation.schema.json', import.meta.url);

/** How long an editor may keep the schema before it asks again. */
const KEEP_S = 3600;

/** The schema of a regulation file, for editors and other people's programs: public, the same for everybody. */
export const regulationSchemaRoute = (app: FastifyInstance): void => {
  app.get('/regulation.schema.json', async (_request, reply) =>
    reply
      .type('application/schema+json; charset=utf-8')
      .header('cache-control', `public, max-age=${KEEP_S}`)
      .header('access-control-allow-origin', '*')
      .header('cross-origin-resource-policy', 'cross-origin')
      .send(await readFile(file, 'utf8')),
  );
};
