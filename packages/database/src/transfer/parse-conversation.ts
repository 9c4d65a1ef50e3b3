/** In charge of the format of a conversation file: what one of its lines must look like. */
import { z } from 'zod';
import { findJsonProblem, findTextProblem } from './find-text-problem.ts';

/** One message of a conversation file; its place in the list is its order. */
export interface Message {
  role: 'user' | 'assistant';
  content: string;
  state: 'complete' | 'aborted' | 'failed';
}

/** One line of a conversation file. */
export interface Conversation {
  source: string;
  conversationId: string;
  title: string | null;
  /** Every other field of the line, as it came; null when there is none. */
  meta: Record<string, unknown> | null;
  messages: Message[];
}

/** Together they must fit an index entry of PostgreSQL, which holds 2,704 bytes. */
const name = (longest: number) => z.string().regex(/\S/, 'is blank').max(longest, tooLong(longest));

const tooLong = (longest: number) => `is longer than ${longest.toLocaleString('en')} characters`;
const wrongSeq = 'is not a whole number from 1 on';
const roles = ['user', 'assistant'] as const;
const states = ['pending', 'streaming', 'complete', 'aborted', 'failed'] as const;

const lineSchema = z.looseObject({
  conversation_id: name(300),
  source: name(100),
  title: z.string().max(2_000, tooLong(2_000)).nullish(),
  messages: z
    .array(
      z.object({
        seq: z.int(wrongSeq).positive(wrongSeq),
        role: z.enum(roles, `is not one of ${roles.join(', ')}`),
        content: z.string(),
        state: z.enum(states, `is not one of ${states.join(', ')}`).default('complete'),
      }),
    )
    .min(1, 'is empty'),
});
type RawMessage = z.infer<typeof lineSchema>['messages'][number];

/** A broken-off answer stays as it was; nobody is going to finish one that was still open. */
const settled = {
  pending: 'failed',
  streaming: 'aborted',
  complete: 'complete',
  aborted: 'aborted',
  failed: 'failed',
} as const;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads a line: `{conversation_id, source, title?, messages: [{seq, role, content, state?}], …}`.
 *
 * @returns the conversation, or why the line is none: one sentence that quotes nothing of it
 */
export function parseConversation(bytes: Buffer): Conversation | string {
  let line: unknown;
  try {
    line = JSON.parse(utf8.decode(bytes));
  } catch (error) {
    return error instanceof SyntaxError ? 'It is not JSON.' : 'It is not UTF-8.';
  }
  const result = lineSchema.safeParse(line);
  if (!result.success) return describe(result.error);
  const { conversation_id: conversationId, source, title = null, messages, ...rest } = result.data;
  for (const [index, message] of messages.entries()) {
    const problem = findMessageProblem(message, messages[index - 1]);
    if (problem !== undefined) return `messages.${index}.${problem}.`;
  }
  for (const [field, value] of Object.entries({ source, conversation_id: conversationId, title })) {
    const problem = value === null ? undefined : findTextProblem(value);
    if (problem !== undefined) return `${field} ${problem}.`;
  }
  const problem = findJsonProblem(rest);
  if (problem !== undefined) return `What it says besides source, title and messages ${problem}.`;
  return {
    source,
    conversationId,
    title,
    meta: Object.keys(rest).length === 0 ? null : rest,
    messages: messages.map(({ role, content, state }) => ({
      role,
      content,
      state: settled[state],
    })),
  };
}

function findMessageProblem(message: RawMessage, previous?: RawMessage): string | undefined {
  if (previous !== undefined && message.seq === previous.seq) return 'seq is there twice';
  if (previous !== undefined && message.seq < previous.seq) return 'seq is out of order';
  if (message.state === 'complete' && isBlank(message.content)) return 'content is blank';
  if (message.role === 'user' && message.state !== 'complete') {
    return 'state is for answers only';
  }
  const problem = findTextProblem(message.content);
  return problem === undefined ? undefined : `content ${problem}`;
}

/** PostgreSQL takes U+0085 for a space, JavaScript doesn't. */
function isBlank(text: string): boolean {
  return !/[^\s\u0085]/u.test(text);
}

function describe({ issues: [issue] }: z.ZodError): string {
  if (issue === undefined) return 'It is not a conversation.';
  if (issue.path.length === 0) return 'It is not a JSON object.';
  const problem =
    issue.code === 'invalid_type' && issue.message.startsWith('Invalid input')
      ? `is missing or not of type ${issue.expected}`
      : issue.message;
  return `${issue.path.join('.')} ${problem}.`;
}
