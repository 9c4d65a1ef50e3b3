/** In charge of what the reference says about the engineer's errors: `docs/reference/errors.md` is made from here. */
import type { EngineerErrorCode } from './errors.ts';

/** When each comes, and what to do about it. */
export const engineerErrorDescriptions: Readonly<
  Record<EngineerErrorCode, { meaning: string; remedy: string }>
> = {
  TARGET_RIGHTS_MISSING: {
    meaning: 'The role that looks at a database may not see what the command has to know.',
    remedy: 'The message names the right; grant it, or connect as the owner.',
  },
};
