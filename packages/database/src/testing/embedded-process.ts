/**
 * In charge of running the embedded PostgreSQL's code in processes of their own, which tests can
 * kill. Node 20 runs no TypeScript, so the sources are translated into a temporary folder first.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import ts from 'typescript';
import type { EmbeddedOptions, EmbeddedPostgres } from '../embedded/index.ts';
import type { Identity } from '../embedded/reach.ts';

/** What a process says once it has a server. */
export type Started = Pick<
  EmbeddedPostgres,
  'url' | 'superuserUrl' | 'major' | 'version' | 'port' | 'pid' | 'joined'
>;

/** A process that holds an embedded PostgreSQL. */
export interface EmbeddedProcess {
  child: ChildProcess;
  /** Resolves when its server is up; rejects with the error's code and message otherwise. */
  started: Promise<Started>;
  /** Resolves with how the process ended: its signal, or its exit status. */
  ended: Promise<NodeJS.Signals | number | null>;
  /** Tells it to call stop(), to call process.exit(), or to have nothing more to do. */
  tell(order: 'stop' | 'exit' | 'finish'): void;
}

const program = `
import { createInterface } from 'node:readline';
import { startEmbedded } from './embedded/index.js';
const lines = createInterface({ input: process.stdin });
try {
  const server = await startEmbedded(JSON.parse(process.argv[2]));
  console.log(JSON.stringify(server));
  lines.on('line', async (order) => {
    if (order === 'stop') await server.stop();
    if (order === 'exit') process.exit(0);
    process.stdin.destroy();
  });
} catch (error) {
  console.log(JSON.stringify({ failed: error.code + ': ' + error.message + ' ' + error.details }));
  process.exit(1);
}
`;

/** A translated copy of the embedded PostgreSQL's code. */
export class EmbeddedProgram {
  /** The copy's folder, which every user may read. */
  readonly folder = mkdtempSync(path.join(tmpdir(), 'catb-embedded-'));

  constructor() {
    const source = path.resolve(import.meta.dirname, '..');
    const modules = path.resolve(source, '../../../node_modules');
    chmodSync(this.folder, 0o755);
    symlinkSync(modules, path.join(this.folder, 'node_modules'));
    mkdirSync(path.join(this.folder, 'embedded'));
    const names = readdirSync(path.join(source, 'embedded')).map((name) => `embedded/${name}`);
    for (const name of ['errors.ts', ...names]) {
      if (!name.endsWith('.ts') || name.endsWith('.test.ts')) continue;
      const file = path.join(this.folder, name.replace(/ts$/, 'js'));
      writeFileSync(file, translate(readFileSync(path.join(source, name), 'utf8')));
    }
    writeFileSync(path.join(this.folder, 'package.json'), '{"type":"module"}');
    writeFileSync(path.join(this.folder, 'program.js'), program);
  }

  /** Starts a process, as this user or another, that starts an embedded PostgreSQL. */
  run(options: Omit<EmbeddedOptions, 'onEvent'>, identity?: Identity): EmbeddedProcess {
    const child = spawn(process.execPath, ['program.js', JSON.stringify(options)], {
      cwd: this.folder,
      stdio: ['pipe', 'pipe', 'inherit'],
      ...identity,
    });
    const ended = new Promise<NodeJS.Signals | number | null>((resolve) => {
      child.on('exit', (status, signal) => resolve(signal ?? status));
    });
    const started = new Promise<Started>((resolve, reject) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        const answer = JSON.parse(line) as Started & { failed?: string };
        if (answer.failed) reject(new Error(answer.failed));
        else resolve(answer);
      });
      void ended.then((how) => reject(new Error(`The process ended with ${how}.`)));
    });
    started.catch(() => undefined);
    return { child, started, ended, tell: (order) => child.stdin.write(`${order}\n`) };
  }

  /** Removes the copy. */
  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function translate(code: string): string {
  return ts.transpileModule(code, {
    compilerOptions: {
      module: ts.ModuleKind.ESNext,
      target: ts.ScriptTarget.ES2023,
      verbatimModuleSyntax: true,
      rewriteRelativeImportExtensions: true,
    },
  }).outputText;
}
