/** In charge of how a bucket is reached: the variables that the AWS tools read too. */
import { OperationsError } from '../../errors.ts';

/** How to reach a bucket. */
export interface S3Settings {
  bucket: string;
  /** Before each key, without slashes at its ends; may be empty. */
  prefix: string;
  /** The service's address, without a path. */
  endpoint: URL;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string | undefined;
  /** How long the bucket may say nothing, in milliseconds. */
  stallMs: number;
}

const defaultStallMs = 60_000;

/**
 * Reads `s3://bucket/prefix` and the environment: `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`,
 * `AWS_SESSION_TOKEN`, `AWS_REGION` (default `us-east-1`), `AWS_ENDPOINT_URL_S3` or
 * `AWS_ENDPOINT_URL` (default: Amazon's in the region).
 *
 * @throws OperationsError `BACKUP_PLACE_INVALID`
 */
export function readS3Settings(
  address: string,
  environment: NodeJS.ProcessEnv,
  stallMs = defaultStallMs,
): S3Settings {
  const [, bucket, prefix = ''] =
    /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(.*))?$/.exec(address) ?? [];
  if (bucket === undefined) {
    throw invalid('The address of the bucket is not written as one.', 'Write s3://bucket/prefix.');
  }
  const text = (name: string) => environment[name] || undefined;
  const accessKeyId = text('AWS_ACCESS_KEY_ID');
  const secretAccessKey = text('AWS_SECRET_ACCESS_KEY');
  if (accessKeyId === undefined || secretAccessKey === undefined) {
    throw invalid(
      `The keys of the bucket ${bucket} are missing.`,
      'Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.',
    );
  }
  const region = text('AWS_REGION') ?? text('AWS_DEFAULT_REGION') ?? 'us-east-1';
  const endpoint =
    text('AWS_ENDPOINT_URL_S3') ?? text('AWS_ENDPOINT_URL') ?? `https://s3.${region}.amazonaws.com`;
  if (!URL.canParse(endpoint) || !/^https?:/.test(endpoint)) {
    throw invalid('AWS_ENDPOINT_URL_S3 is no address.', 'Write https://host.');
  }
  return {
    bucket,
    prefix: prefix.replace(/^\/+|\/+$/g, ''),
    endpoint: new URL(endpoint),
    region,
    accessKeyId,
    secretAccessKey,
    sessionToken: text('AWS_SESSION_TOKEN'),
    stallMs,
  };
}

function invalid(message: string, hint: string): OperationsError {
  return new OperationsError({ code: 'BACKUP_PLACE_INVALID', message, hint });
}
