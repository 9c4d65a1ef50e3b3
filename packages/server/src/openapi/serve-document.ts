/** In charge of `/openapi.json` and the page at `/docs` where it can be tried. */
import path from 'node:path';
import { createRequire } from 'node:module';
import express, { type Express } from 'express';
import type { Endpoint } from '../http/endpoint.ts';
import { openApiDocument } from './openapi-document.ts';

const swaggerFolder = path.dirname(
  createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'),
);

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>catb: the API</title>
<link rel="stylesheet" href="docs/swagger-ui.css">
</head>
<body>
<div id="swagger-ui"></div>
<script src="docs/swagger-ui-bundle.js"></script>
<script src="docs/start.js"></script>
</body>
</html>
`;

const start = `SwaggerUIBundle({
  url: 'openapi.json',
  dom_id: '#swagger-ui',
  deepLinking: true,
  validatorUrl: null,
});
`;

/** Serves the document of these endpoints, and the page. */
export function serveDocument(app: Express, endpoints: readonly Endpoint[], version: string): void {
  const document = openApiDocument(endpoints, version);
  app.get('/openapi.json', (_request, response) => {
    response.json(document);
  });
  app.get('/docs', (_request, response) => {
    response.type('html').send(page);
  });
  app.get('/docs/start.js', (_request, response) => {
    response.type('text/javascript').send(start);
  });
  app.use('/docs', express.static(swaggerFolder, { index: false, maxAge: '1 day' }));
}
