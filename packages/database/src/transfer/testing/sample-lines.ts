/** In charge of the conversation files that the tests of this folder make up. */
import { existsSync } from 'node:fs';
import path from 'node:path';

/** A file of research conversations, or undefined where the folder is not beside the project. */
export function realFile(name: 'mts-dialog' | 'primock57'): string | undefined {
  const root = path.resolve(import.meta.dirname, '../../../../..');
  const file = path.join(root, '../shared/data', name, 'conversations.jsonl');
  return existsSync(file) ? file : undefined;
}

/** One message of a line, as a program would write it. */
export interface SampleMessage {
  seq?: unknown;
  role?: unknown;
  content?: unknown;
  [field: string]: unknown;
}

/** A line that is all right, unless `changes` say otherwise. */
export function sampleLine(id: string, changes: Record<string, unknown> = {}): string {
  return JSON.stringify({
    conversation_id: id,
    source: 'sample',
    split: 'train',
    title: `About ${id}`,
    meta: { note: 'A cat, indoors.', weights: [4, 4.25], ключ: null },
    messages: sampleMessages(4, id),
    ...changes,
  });
}

/** A person and Mu in turn; every content is unlike the others. */
export function sampleMessages(count: number, id = 'sample'): SampleMessage[] {
  return Array.from({ length: count }, (_, index) => ({
    seq: index + 1,
    role: index % 2 === 0 ? 'user' : 'assistant',
    speaker: index % 2 === 0 ? 'patient' : 'doctor',
    content: `${id}, message ${index + 1}:\ttab, "quotes", back\\slash,\r\nlines, 🐈‍⬛ \\N`,
  }));
}

/** Lines as a file has them. */
export async function* asInput(lines: readonly string[]): AsyncGenerator<Buffer> {
  for (const line of lines) yield Buffer.from(`${line}\n`);
}

/** Lines of four messages each. */
export function manyLines(count: number): string[] {
  return Array.from({ length: count }, (_, index) => sampleLine(`c${index}`));
}
