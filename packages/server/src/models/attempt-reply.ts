/** In charge of one request to a provider: from the SDK's stream to a reply, or to why not. */
import type { LanguageModel } from 'ai';
import { classifyFailure } from './classify-failure.ts';
import { explainEmptyReply, explainStop } from './explain-stop.ts';
import type { ModelReply, ReplyRequest } from './model.ts';
import { startDraft, type ReplyDraft } from './reply-draft.ts';
import type { Stopwatch } from './stopwatch.ts';

/** The SDK's own face of a provider's model. */
type SdkModel = Extract<LanguageModel, { specificationVersion: 'v3' }>;
type ProviderOptions = NonNullable<Parameters<SdkModel['doStream']>[0]['providerOptions']>;

/** How a provider is reached through the SDK. */
export interface ProviderConnection {
  /** As in `Model.provider`. */
  provider: string;
  /** The model's name as the provider knows it. */
  name: string;
  languageModel: SdkModel;
  /** The SDK's options of this provider for the whole request. */
  requestOptions?: ProviderOptions;
  /** The SDK's options of this provider for the system prompt. */
  systemOptions?: ProviderOptions;
}

/**
 * Asks once.
 *
 * @param attempt number of this request, 1 for the first
 * @throws ModelError; `partial` is set once the provider had begun to answer
 */
export async function attemptReply(
  connection: ProviderConnection,
  request: ReplyRequest,
  onText: (text: string) => void,
  stopwatch: Stopwatch,
  attempt: number,
): Promise<ModelReply> {
  const { provider, name } = connection;
  const draft = startDraft({ provider, name, request, onText, stopwatch, attempt });
  try {
    return await readStream(connection, request, stopwatch, draft);
  } catch (raised) {
    // Ending the stream makes the SDK raise an error, also when the end was wanted.
    if (stopwatch.reason === 'limit') {
      return draft.cut('length');
    }
    const failure =
      stopwatch.reason === null
        ? classifyFailure(raised, { provider, name, hasBegun: draft.facts.hasBegun })
        : explainStop(stopwatch.reason, provider);
    if (!draft.facts.hasBegun) {
      throw failure;
    }
    const finishReason = failure.code === 'MODEL_ABORTED' ? 'aborted' : 'error';
    throw failure.withPartial(draft.cut(finishReason));
  }
}

async function readStream(
  connection: ProviderConnection,
  request: ReplyRequest,
  stopwatch: Stopwatch,
  draft: ReplyDraft,
): Promise<ModelReply> {
  const stream = await openStream(connection, request, stopwatch.signal);
  for await (const part of stream) {
    if (stopwatch.reason !== null) {
      break;
    }
    if (part.type === 'raw') {
      draft.note(part.rawValue);
    } else if (part.type === 'text-delta') {
      draft.take(part.delta);
    } else if (part.type === 'error') {
      throw part.error;
    } else if (part.type === 'finish' && draft.facts.isClosed) {
      const reply = draft.finish(part.finishReason.unified, part.usage);
      if (reply.text.trim() === '') {
        throw explainEmptyReply(reply.finishReason, connection.provider);
      }
      return reply;
    }
  }
  throw new Error('The stream ended before the message did.');
}

/**
 * The provider's stream as the SDK reads it. Not `streamText`: for 250 words it takes 77 ms of CPU
 * and this 20 ms, and what it adds (tools, steps, retries, telemetry) isn't used here.
 */
async function openStream(
  connection: ProviderConnection,
  request: ReplyRequest,
  signal: AbortSignal,
) {
  const { languageModel, requestOptions, systemOptions } = connection;
  const { stream } = await languageModel.doStream({
    prompt: [
      {
        role: 'system',
        content: request.system,
        ...(systemOptions === undefined ? {} : { providerOptions: systemOptions }),
      },
      ...request.messages.map(({ role, content }) => ({
        role,
        content: [{ type: 'text' as const, text: content }],
      })),
    ],
    maxOutputTokens: request.maxTokens,
    abortSignal: signal,
    includeRawChunks: true,
    headers: { 'x-client-request-id': request.requestId },
    ...(requestOptions === undefined ? {} : { providerOptions: requestOptions }),
  });
  return stream;
}
