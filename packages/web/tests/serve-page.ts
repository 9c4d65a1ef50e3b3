/** Serves the built pages under a policy as strict as the API's. */
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { builtPage } from './build-page.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Where the API serves its two pages. */
const pages: Record<string, string> = { '/': '/index.html', '/dashboard': '/dashboard.html' };

/** Nothing written inside the page runs, nothing comes from elsewhere. */
const policy = "default-src 'self'; script-src 'self'; style-src 'self'; object-src 'none'";

/** @returns False when there is no such file. */
export async function servePage(path: string, response: ServerResponse): Promise<boolean> {
  const name = normalize(pages[path] ?? path);
  const type = types[extname(name)];
  const file = type === undefined ? null : await readFile(join(builtPage, name)).catch(() => null);
  if (type === undefined || file === null) return false;
  response.writeHead(200, { 'content-type': type, 'content-security-policy': policy });
  response.end(file);
  return true;
}
