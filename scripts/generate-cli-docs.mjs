// Makes docs/reference/cli: a page for each command, and one that lists them, from the definitions
// that `catb --help` is made from. A command without an example is an error here.
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { importSource } from './import-source.mjs';
import { root } from './prepare.mjs';
import { writeGenerated } from './write-generated.mjs';

const folder = 'docs/reference/cli';
const command = 'npm run generate:cli';
const made = `<!-- Made by ${command}. Do not edit. -->`;

const { describeCommands } = await importSource('packages/cli/src/describe-commands.ts');

const cell = (text) => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
const code = (text) => `\`${text.replaceAll('|', '\\|')}\``;
const sentence = (text) => `${text[0].toUpperCase()}${text.slice(1)}.`;
const console_ = (line) => `\`\`\`sh\n${line}\n\`\`\``;

function optionsTable(options) {
  if (options.length === 0) return 'It has no options but `--help`.';
  const rows = options.map(
    ({ flags, description, default: preset }) =>
      `| ${code(flags)} | ${cell(preset === undefined ? 'off' : preset)} | ${cell(sentence(description))} |`,
  );
  return ['| Option | Default | What it does |', '| --- | --- | --- |', ...rows].join('\n');
}

function exitsTable(exits) {
  const rows = exits.map(({ status, meaning }) => `| ${status} | ${cell(sentence(meaning))} |`);
  return ['| Exit status | Meaning |', '| --- | --- |', ...rows].join('\n');
}

/** What there is to say about a command that runs. */
const manual = ({ usage, description, options, exits, example }) => [
  sentence(description),
  console_(usage),
  optionsTable(options),
  exitsTable(exits),
  'An example:',
  console_(example),
];

function page(about) {
  const below = about.commands.flatMap((one) => [`## catb ${one.name}`, ...manual(one)]);
  const body = below.length === 0 ? manual(about) : [sentence(about.description), ...below];
  return [made, `# catb ${about.name}`, ...body].join('\n\n');
}

const runnable = (about) => (about.commands.length === 0 ? [about] : about.commands);

const index = (commands) => `${made}

# The command line

\`catb\` on a machine where the packages are installed; \`npm run catb --\` in the repository. Every
command tells its options with \`--help\`. With \`--json\` it prints one JSON document on standard
output, and an error there is \`{code, message, details, hint}\` ([the codes](../errors.md)); progress
goes to standard error.

| Exit status | Meaning |
| --- | --- |
| 0 | It worked. |
| 1 | There are findings, or something failed. |
| 2 | Wrong use. |
| 3 | The database, or the API, could not be reached. |

| Command | What it does |
| --- | --- |
${commands
  .flatMap((about) => runnable(about).map((one) => ({ page: about.name, ...one })))
  .map(({ page: file, usage, description }) => {
    const name = usage.replace(' [options]', '');
    return `| [${code(name)}](${file}.md) | ${cell(sentence(description))} |`;
  })
  .join('\n')}

Settings are environment variables: [the settings](../settings.md).
`;

const commands = describeCommands();
const pages = new Map([
  ['README.md', index(commands)],
  ...commands.map((about) => /** @type {const} */ ([`${about.name}.md`, page(about)])),
]);
const options = await resolveConfig(join(root, folder, 'README.md'));
for (const [name, text] of pages) {
  const formatted = await format(text, { ...options, parser: 'markdown' });
  writeGenerated(`${folder}/${name}`, formatted, command);
}
for (const name of readdirSync(join(root, folder)).filter((found) => !pages.has(found))) {
  if (process.argv.includes('--check')) {
    console.error(`${folder}/${name} is the page of no command: run ${command}`);
    process.exitCode = 1;
  } else {
    rmSync(join(root, folder, name));
    console.log(`removed ${folder}/${name}`);
  }
}
