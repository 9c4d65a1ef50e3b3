/** `POST /chat` */
import type { Response } from 'express';
import { z } from 'zod';
import { toApiError } from '../http/api-error.ts';
import { endpoint, type Endpoint } from '../http/endpoint.ts';
import { storedText } from '../http/stored-text.ts';
import { answerTurn } from './answer-turn.ts';
import type { TurnInput } from './turn-input.ts';
import { openEventStream, type EventStream } from './event-stream.ts';
import type { Listener } from './give-answer.ts';
import type { TurnDependencies } from './turn-dependencies.ts';
import { turnOutcomeSchema } from './turn-outcome.ts';

const bodySchema = z
  .strictObject({
    message: storedText(20_000).refine((text) => /\S/.test(text), 'has no visible character'),
    idempotencyKey: storedText(200)
      .min(1)
      .optional()
      .describe(
        'The same key with the same message is the same turn: repeat it when no answer came.',
      ),
  })
  .meta({ id: 'ChatMessage' });

/** Answers a message, as JSON or as a stream of events. */
export function chatEndpoint(dependencies: TurnDependencies): Endpoint {
  const answer = (input: TurnInput, listener: Listener) =>
    dependencies.jobs.follow(answerTurn(dependencies, input, listener));
  return endpoint({
    method: 'post',
    path: '/chat',
    tag: 'Chat',
    summary: 'Say something to Mu',
    description:
      'With `Accept: text/event-stream` the answer comes as events: `token` with `{text}` (the first one also ' +
      'with `seq` and `triage`), then `done` with the whole reply as below, or `error` with an error. The ' +
      'message is stored before it is answered; what was streamed when the client hangs up is kept.',
    access: 'session',
    body: bodySchema,
    responses: { 200: { description: 'The answer.', schema: turnOutcomeSchema } },
    async handle({ body, sessionToken, requestId, request, response }) {
      const input = { ...body, sessionToken, requestId, signal: hangUpSignal(response) };
      if (request.accepts(['application/json', 'text/event-stream']) !== 'text/event-stream') {
        const outcome = await answer(input, { onText: () => undefined });
        response.json(outcome);
        return;
      }
      let stream: EventStream | null = null;
      try {
        const outcome = await answer(input, {
          // The stream begins with the first word: until then an error is an ordinary answer.
          onText(text, seq, triage) {
            const isFirst = stream === null;
            stream ??= openEventStream(response);
            stream.send('token', isFirst ? { text, seq, triage } : { text });
          },
        });
        stream ??= openEventStream(response);
        stream.send('done', outcome);
        stream.end();
      } catch (error) {
        if (stream === null) throw error;
        const failure = toApiError(error);
        response.locals['error'] = failure;
        stream.send('error', failure.body);
        stream.end();
      }
    },
  });
}

/** Aborted when the client goes away before the answer has ended. */
function hangUpSignal(response: Response): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}
