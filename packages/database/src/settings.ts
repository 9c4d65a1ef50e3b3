/** In charge of the settings: what each is, its unit and its default. The reference page is made from here. */
import { z } from 'zod';
import { CatbError } from './errors.ts';

const wholeNumber = (minimum: number, maximum: number) =>
  z.coerce.number().int().min(minimum).max(maximum);
const text = z.string().min(1);
const webAddress = z.url({ protocol: /^https?$/ });

/** Whether the text is JSON of the shape of a JWKS. */
function isKeySet(value: string): boolean {
  try {
    return keySet.safeParse(JSON.parse(value)).success;
  } catch {
    return false;
  }
}
const keySet = z.object({ keys: z.array(z.looseObject({ kty: z.enum(['EC', 'RSA']) })).min(1) });

/** Every setting of catb, read from environment variables of these names. An empty one counts as absent. */
export const settingsSchema = z.object({
  PORT: wholeNumber(0, 65_535)
    .default(3_000)
    .describe('The TCP port of the API and the chat page; 0 for any free one.'),
  CATB_HOST: text
    .default('127.0.0.1')
    .describe('The address to listen on; `0.0.0.0` opens it to the network.'),
  CATB_DATA_DIR: text.default('.catb').describe('The folder of the embedded PostgreSQL.'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe('A PostgreSQL 15 or newer, Supabase included; switches the embedded one off.'),
  CATB_ANALYST_DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe(
      'The database as `catb_analyst`, for `/analytics`; needed only where `DATABASE_URL` is an address of `catb_server`.',
    ),
  CATB_ADMIN_KEY: text
    .optional()
    .describe(
      'A key of `/analytics` and `/metrics`, beside those of `catb admin-key`; without it the metrics need none on loopback.',
    ),
  SUPABASE_JWT_SECRET: text
    .min(32)
    .optional()
    .describe(
      "The project's JWT secret (HS256): lets users with the claim `catb_analyst` read `/analytics`.",
    ),
  SUPABASE_JWT_JWKS: text
    .refine(isKeySet, 'expected a JSON Web Key Set, such as {"keys": [...]}')
    .optional()
    .describe(
      'The same for a project that signs with asymmetric keys: its JWKS, as JSON (ES256, RS256).',
    ),
  ANTHROPIC_API_KEY: text.optional().describe('Lets Mu answer through Anthropic.'),
  ANTHROPIC_BASE_URL: webAddress.optional().describe("Another address for Anthropic's protocol."),
  OPENAI_API_KEY: text
    .optional()
    .describe('The key of the server at OPENAI_BASE_URL, where it needs one.'),
  OPENAI_BASE_URL: webAddress
    .optional()
    .describe('Any OpenAI-compatible server, such as Ollama or vLLM: lets Mu answer through it.'),
  CATB_MODEL: text
    .optional()
    .describe("The model's name, with `anthropic/` or `openai/` before it where both are set up."),
  CATB_MODEL_DEADLINE_SECONDS: wholeNumber(1, 600)
    .default(45)
    .describe('Seconds a model may take for an answer, retries included.'),
  CATB_CONTEXT_TOKENS: wholeNumber(100, 1_000_000)
    .default(3_000)
    .describe('Tokens of the conversation that a model is shown.'),
  CATB_CONTEXT_MESSAGES: wholeNumber(1, 1_000)
    .default(40)
    .describe('Messages of the conversation that a model is shown, at most.'),
  CATB_TURNS_PER_MINUTE: wholeNumber(0, 100_000)
    .default(10)
    .describe('Turns a minute for one session; 0 for no limit.'),
  CATB_REQUESTS_PER_MINUTE: wholeNumber(0, 1_000_000)
    .default(60)
    .describe('Requests a minute from one address; 0 for no limit.'),
  CATB_SESSIONS_PER_HOUR: wholeNumber(0, 1_000_000)
    .default(60)
    .describe('New sessions an hour from one address; 0 for no limit.'),
  CATB_BUDGET_WEBHOOK_URL: webAddress
    .optional()
    .describe(
      'Is told, by POST, that 80 % or 100 % of a budget are spent; Slack-compatible. Without it the log is.',
    ),
  CATB_BUDGET_WEBHOOK_SECRET: text
    .optional()
    .describe('Signs what is told: HMAC-SHA-256 of the body, in the header X-Catb-Signature.'),
  CATB_POOL_SIZE: wholeNumber(1, 500)
    .default(10)
    .describe('Connections of the API to the database, at most.'),
  CATB_TRUST_PROXY: wholeNumber(0, 10)
    .default(0)
    .describe('Proxies in front of the API, whose `X-Forwarded-For` is believed.'),
  CATB_LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
    .default('info')
    .describe('How much is logged; never content or tokens.'),
});

/** The settings, with their defaults filled in. */
export type Settings = z.infer<typeof settingsSchema>;

/**
 * Reads the settings.
 *
 * @param environment default: the environment of the process
 * @throws CatbError `SETTINGS_INVALID`, which names each setting that is wrong and never shows its value
 */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const given = Object.fromEntries(
    Object.keys(settingsSchema.shape)
      .map((name) => [name, environment[name]] as const)
      .filter(([, value]) => value !== undefined && value !== ''),
  );
  const result = settingsSchema.safeParse(given);
  if (result.success) return result.data;
  const wrong = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new CatbError({
    code: 'SETTINGS_INVALID',
    message: `These settings are not valid: ${wrong.join('; ')}.`,
    hint: 'See docs/reference/settings.md for what each may hold.',
  });
}
