// Embeds the catalog queries: each folder under packages/*/src that holds .sql files gets a sibling
// module sql.generated.ts with their text. With --check nothing is written, and a module that is
// missing or out of date is an error.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const check = process.argv.includes('--check');

function foldersBelow(folder) {
  const entries = readdirSync(folder, { withFileTypes: true });
  const inside = entries.filter((entry) => entry.isDirectory() && entry.name !== 'node_modules');
  return [folder, ...inside.flatMap((entry) => foldersBelow(join(folder, entry.name)))];
}

function camelCase(stem) {
  return stem.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}

function quote(text) {
  return '`' + text.replace(/[\\`]|\$\{/g, '\\$&') + '`';
}

function render(folder, files) {
  const entries = files.map((file) => {
    const text = readFileSync(join(folder, file), 'utf8').trimEnd();
    return `  ${camelCase(file.slice(0, -'.sql'.length))}: ${quote(text)},\n`;
  });
  return `/** The .sql files of this folder. Written by scripts/embed-sql.mjs: edit them, not this. */\nexport const sql = {\n${entries.join('')}} as const;\n`;
}

let stale = 0;
const packages = join(root, 'packages');
for (const name of readdirSync(packages).sort()) {
  const source = join(packages, name, 'src');
  if (!existsSync(source)) continue;
  for (const folder of foldersBelow(source)) {
    const target = join(folder, 'sql.generated.ts');
    const files = readdirSync(folder)
      .filter((file) => file.endsWith('.sql'))
      .sort();
    if (files.length === 0 && !existsSync(target)) continue;
    const expected = render(folder, files);
    if (existsSync(target) && readFileSync(target, 'utf8') === expected) continue;
    if (check) {
      stale += 1;
      console.error(`${relative(root, target)} is out of date: run node scripts/embed-sql.mjs`);
    } else {
      writeFileSync(target, expected);
      console.log(`wrote ${relative(root, target)}`);
    }
  }
}
process.exitCode = stale > 0 ? 1 : 0;
