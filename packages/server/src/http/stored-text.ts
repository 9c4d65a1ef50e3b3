/** In charge of text that is going to be stored: what PostgreSQL can not hold is refused by name. */
import { z } from 'zod';

/** Text without NUL characters and unpaired surrogates, of so many characters at most. */
export const storedText = (maximum: number) =>
  z
    .string()
    .max(maximum * 2)
    .refine(
      (text) => [...text].length <= maximum,
      `at most ${maximum.toLocaleString('en')} characters`,
    )
    .refine((text) => !text.includes('\0'), 'no NUL characters')
    .refine((text) => text.isWellFormed(), 'no unpaired surrogates')
    .meta({ maxLength: maximum });
