import { expect, test } from 'vitest';
import { readEventStream, type StreamEvent } from './read-event-stream.ts';

async function readAll(...chunks: (string | Uint8Array)[]): Promise<StreamEvent[]> {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks)
        controller.enqueue(typeof chunk === 'string' ? encoder.encode(chunk) : chunk);
      controller.close();
    },
  });
  const events: StreamEvent[] = [];
  for await (const event of readEventStream(body)) events.push(event);
  return events;
}

test('an event split over chunks is one event', async () => {
  expect(await readAll('event: to', 'ken\nda', 'ta: {"a":', '1}\n', '\n')).toEqual([
    { event: 'token', data: '{"a":1}' },
  ]);
});

test('a letter split over chunks stays whole', async () => {
  const bytes = new TextEncoder().encode('data: 🐈\n\n');
  expect(await readAll(bytes.slice(0, 8), bytes.slice(8))).toEqual([
    { event: 'message', data: '🐈' },
  ]);
});

test('comments yield nothing and several data lines are joined', async () => {
  expect(await readAll(': keep-alive\n\n', 'data: a\ndata: b\n\n')).toEqual([
    { event: 'message', data: 'a\nb' },
  ]);
});

test('carriage returns end lines, also when a chunk ends between them and the line feed', async () => {
  expect(await readAll('event: done\r\ndata: x\r', '\n\r\n')).toEqual([
    { event: 'done', data: 'x' },
  ]);
});

test('an event that the stream breaks off is dropped', async () => {
  expect(await readAll('data: whole\n\ndata: half')).toEqual([{ event: 'message', data: 'whole' }]);
});
