import { describe, expect, it } from 'vitest';
import { parseConversation } from './parse-conversation.ts';
import { sampleLine, sampleMessages } from './testing/sample-lines.ts';

/** A line with one thing wrong in its second message. */
const withMessage = (changes: Record<string, unknown>) =>
  sampleLine('a', {
    messages: sampleMessages(3).map((message, index) =>
      index === 1 ? { ...message, ...changes } : message,
    ),
  });

const deep = JSON.parse(`${'['.repeat(70)}${']'.repeat(70)}`) as unknown;

const badLines: [string, string | Buffer, string][] = [
  ['no JSON', 'secret, {', 'It is not JSON.'],
  ['half a line', sampleLine('a').slice(0, -10), 'It is not JSON.'],
  ['bytes that are not UTF-8', Buffer.from([0x22, 0xc3, 0x28, 0x22]), 'It is not UTF-8.'],
  ['UTF-16', Buffer.from(sampleLine('a'), 'utf16le'), 'It is not'],
  ['a list', '["secret"]', 'It is not a JSON object.'],
  ['null', 'null', 'It is not a JSON object.'],
  ['no id', sampleLine('a', { conversation_id: undefined }), 'conversation_id is missing'],
  ['a number as its id', sampleLine('a', { conversation_id: 7 }), 'not of type string'],
  ['a blank id', sampleLine(' '), 'conversation_id is blank.'],
  ['a long id', sampleLine('i'.repeat(301)), 'conversation_id is longer than 300 characters.'],
  [
    'a NUL in its id',
    sampleLine('a', { conversation_id: 'secret\0' }),
    'conversation_id has a NUL character.',
  ],
  ['no source', sampleLine('a', { source: null }), 'source is missing'],
  ['a long source', sampleLine('a', { source: 's'.repeat(101) }), 'source is longer than 100'],
  ['a list as its title', sampleLine('a', { title: [] }), 'title is missing or not of type string'],
  ['a NUL in its title', sampleLine('a', { title: '\0' }), 'title has a NUL character.'],
  ['no messages', sampleLine('a', { messages: undefined }), 'messages is missing'],
  ['an empty list of messages', sampleLine('a', { messages: [] }), 'messages is empty.'],
  ['messages of the wrong type', sampleLine('a', { messages: 'secret' }), 'not of type array'],
  ['a message of the wrong type', sampleLine('a', { messages: [7] }), 'messages.0 is missing or'],
  ['an unknown role', withMessage({ role: 'tool' }), 'messages.1.role is not one of user, assis'],
  ['no role', withMessage({ role: undefined }), 'messages.1.role is not one of'],
  ['no content', withMessage({ content: undefined }), 'messages.1.content is missing or not'],
  ['blank content', withMessage({ content: ' \n\u00a0\u0085' }), 'messages.1.content is blank.'],
  ['a NUL in a message', withMessage({ content: 'secret\0' }), 'messages.1.content has a NUL'],
  [
    'half a pair in a message',
    withMessage({ content: 'secret\ud83d' }),
    'half of a surrogate pair',
  ],
  ['a seq that is there twice', withMessage({ seq: 1 }), 'messages.1.seq is there twice.'],
  ['a seq out of order', withMessage({ seq: 9 }), 'messages.2.seq is out of order.'],
  ['seq 0', withMessage({ seq: 0 }), 'messages.1.seq is not a whole number from 1 on.'],
  ['half a seq', withMessage({ seq: 1.5 }), 'messages.1.seq is not a whole number from 1 on.'],
  ['seq as text', withMessage({ seq: '2' }), 'messages.1.seq is not a whole number from 1 on.'],
  ['no seq', withMessage({ seq: undefined }), 'messages.1.seq is not a whole number from 1 on.'],
  ['an unknown state', withMessage({ state: 'secret' }), 'messages.1.state is not one of pending,'],
  [
    'an unfinished message of a person',
    withMessage({ role: 'user', state: 'failed' }),
    'messages.1.state is for answers only.',
  ],
  ['a NUL in its meta', sampleLine('a', { meta: { note: '\0' } }), 'has a NUL character.'],
  ['a NUL in a key', sampleLine('a', { meta: { 'secret\0': 1 } }), 'has a NUL character.'],
  ['half a pair in its meta', sampleLine('a', { meta: ['\udc00'] }), 'half of a surrogate pair.'],
  ['a number beyond all bounds', sampleLine('a').replace('4.25', '1e999'), 'a number too large.'],
  ['meta nested too deep', sampleLine('a', { meta: deep }), 'is nested more than 64 deep.'],
];

describe('a bad line', () => {
  it.each(badLines)('with %s is refused, with a reason', (_name, line, reason) => {
    const parsed = parseConversation(Buffer.from(line as string));
    expect(parsed).toContain(reason);
    expect(parsed).toMatch(/^[^\n]+\.$/);
    expect(parsed).not.toMatch(/secret|message 2/);
  });
});

describe('a good line', () => {
  it('keeps its messages in order and everything it says besides', () => {
    expect(parseConversation(Buffer.from(sampleLine('a')))).toEqual({
      source: 'sample',
      conversationId: 'a',
      title: 'About a',
      meta: {
        split: 'train',
        meta: { note: 'A cat, indoors.', weights: [4, 4.25], ключ: null },
      },
      messages: sampleMessages(4, 'a').map(({ role, content }) => ({
        role,
        content,
        state: 'complete',
      })),
    });
  });

  it('needs neither title nor meta, and may begin with a byte order mark', () => {
    const line = JSON.stringify({
      conversation_id: 'a',
      source: 's',
      messages: [{ seq: 3, role: 'assistant', content: '🐈', state: 'aborted' }],
    });
    expect(parseConversation(Buffer.from(`\ufeff${line}\r`))).toEqual({
      source: 's',
      conversationId: 'a',
      title: null,
      meta: null,
      messages: [{ role: 'assistant', content: '🐈', state: 'aborted' }],
    });
  });

  it('may leave out numbers, and settles answers that were still open', () => {
    const states = ['pending', 'streaming', 'aborted', 'failed', 'complete'];
    const messages = states.map((state, index) => ({
      seq: 10 * index + 1,
      role: 'assistant',
      content: state === 'complete' ? 'Yes.' : '',
      state,
    }));
    const parsed = parseConversation(Buffer.from(sampleLine('a', { messages })));
    expect(typeof parsed === 'string' ? parsed : parsed.messages.map(({ state }) => state)).toEqual(
      ['failed', 'aborted', 'aborted', 'failed', 'complete'],
    );
  });
});
