import { expect, test } from 'vitest';
import { parseReply, type Block } from './parse-reply.ts';

const plain = (text: string) => [{ text, isBold: false }];

function parse(text: string): [Block['kind'], string[]][] {
  return parseReply(text).map(({ kind, lines }) => [
    kind,
    lines.map((spans) => spans.map((s) => (s.isBold ? `<${s.text}>` : s.text)).join('')),
  ]);
}

test('blank lines part paragraphs and single ones stay within', () => {
  expect(parse('a\nb\n\nc')).toEqual([
    ['paragraph', ['a', 'b']],
    ['paragraph', ['c']],
  ]);
});

test('lists follow a paragraph without a blank line, and keep items that have one between', () => {
  expect(parse('Do this:\n- one\n\n- two\n1. first\n2) second')).toEqual([
    ['paragraph', ['Do this:']],
    ['bullets', ['one', 'two']],
    ['numbers', ['first', 'second']],
  ]);
});

test('bold is bold, and a mark without its twin is text', () => {
  expect(parse('**Call** a **vet**')).toEqual([['paragraph', ['<Call> a <vet>']]]);
  expect(parse('a **b** c **d')).toEqual([['paragraph', ['a <b> c **d']]]);
  expect(parse('**half')).toEqual([['paragraph', ['**half']]]);
});

test('a heading is a bold line', () => {
  expect(parse('## **Now**\ntext')).toEqual([['paragraph', ['<Now>', 'text']]]);
});

test('tags are text', () => {
  const script = '<img src=x onerror=alert(1)>';
  expect(parseReply(script)).toEqual([{ kind: 'paragraph', lines: [plain(script)] }]);
});
