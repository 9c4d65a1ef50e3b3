/** In charge of finding what PostgreSQL cannot hold in text and in JSON. */

const surrogateAlone = /\p{Surrogate}/u;
/** PostgreSQL's own limit depends on its stack; nobody nests a description this deep. */
const deepest = 64;

/** Why PostgreSQL can't hold this text, as the end of a sentence; undefined when it can. */
export function findTextProblem(text: string): string | undefined {
  if (text.includes('\0')) return 'has a NUL character';
  if (surrogateAlone.test(text)) return 'has half of a surrogate pair';
  return undefined;
}

/** The same for a value that JSON.parse returned and that is going to be stored as jsonb. */
export function findJsonProblem(value: unknown, depth = 0): string | undefined {
  if (typeof value === 'string') return findTextProblem(value);
  if (typeof value === 'number')
    return Number.isFinite(value) ? undefined : 'has a number too large';
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth === deepest) return `is nested more than ${deepest} deep`;
  for (const [key, inner] of Object.entries(value)) {
    const problem = findTextProblem(key) ?? findJsonProblem(inner, depth + 1);
    if (problem !== undefined) return problem;
  }
  return undefined;
}
