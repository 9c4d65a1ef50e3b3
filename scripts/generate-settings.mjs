// Makes docs/reference/settings.md from the schema that reads the settings.
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { importSource } from './import-source.mjs';
import { root } from './prepare.mjs';
import { writeGenerated } from './write-generated.mjs';

const page = 'docs/reference/settings.md';
const source = 'packages/database/src/settings.ts';

/** What may be written, as a person reads it, from the JSON Schema of one setting. */
function kindOf({ type, minimum, maximum, enum: choices, format: shape, pattern }) {
  if (choices) return choices.map((choice) => `\`${choice}\``).join(', ');
  if (type === 'integer' || type === 'number') {
    return `${minimum.toLocaleString('en')} to ${maximum.toLocaleString('en')}`;
  }
  if (shape === 'uri' || pattern) return 'an address';
  return 'text';
}

const { settingsSchema } = await importSource(source);
const { toJSONSchema } = await import('zod');
/** @type {any} */
const { properties } = toJSONSchema(settingsSchema, { io: 'input', unrepresentable: 'any' });
const rows = Object.entries(properties).map(([name, setting]) => {
  const { default: preset, description } = setting;
  if (!description) throw new Error(`Nothing describes the setting ${name}`);
  const standard = preset === undefined ? 'none' : `\`${preset}\``;
  return `| \`${name}\` | ${kindOf(setting)} | ${standard} | ${description} |`;
});

const text = `<!-- Made by npm run generate:settings. Do not edit. -->

# Settings

Environment variables. An empty one counts as absent; a value that can not be is an error at the
start, which names the setting and does not show its value.

| Name | What it may be | Default | What it is |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
const options = await resolveConfig(join(root, page));
writeGenerated(
  page,
  await format(text, { ...options, parser: 'markdown' }),
  'npm run generate:settings',
);
