/** In charge of the page of one schema's functions. */
import type { FunctionInspection } from '../inspect/inspection.ts';
import { code, fence, link, words } from './markdown.ts';

/** Overloads follow each other. @param home the page that lists all schemas, from this one */
export function describeFunctions(
  schema: string,
  functions: readonly FunctionInspection[],
  home: string,
): string[] {
  return [
    `# Functions of ${words(schema)}`,
    `${link('All tables', home)} · ${functions.length} ${functions.length === 1 ? 'function' : 'functions'}`,
    ...functions.flatMap(describeFunction),
  ];
}

/** The heading under which a function stands. */
export function functionHeading({ name }: Pick<FunctionInspection, 'name'>): string {
  return words(name);
}

function describeFunction(routine: FunctionInspection): string[] {
  const { language, volatility, security, searchPath, settings, parallel, strict } = routine;
  const path =
    searchPath === null
      ? 'search path of whoever calls'
      : searchPath === '""' || searchPath === ''
        ? 'empty search path'
        : `search path ${code(searchPath)}`;
  const facts = [
    routine.kind,
    language,
    volatility,
    `security ${security}`,
    path,
    ...(parallel === 'unsafe' ? [] : [`parallel ${parallel}`]),
    ...(strict ? ['strict'] : []),
    ...settings.map(code),
  ];
  const callers = routine.executableBy.filter((role) => role !== routine.owner);
  const signature = `${routine.name}(${layOut(routine.arguments)})`;
  const returns = routine.returns === null ? '' : `\nreturns ${routine.returns}`;
  return [
    `## ${functionHeading(routine)}`,
    ...(routine.comment === null ? [] : [words(routine.comment)]),
    fence('sql', signature + returns),
    `${facts.join(' · ')}`,
    `Executable by ${code(routine.owner)}, which owns it${callers.length === 0 ? ', only' : `, and by ${callers.map(code).join(', ')}`}.`,
  ];
}

/** Many arguments stand under each other. */
function layOut(text: string): string {
  if (text.length <= 70) return text;
  return `\n    ${splitArguments(text).join(',\n    ')}\n`;
}

/** At commas that are in no parentheses, brackets or quotes. */
function splitArguments(text: string): string[] {
  const parts = [''];
  let depth = 0;
  let quoted = false;
  for (const letter of text) {
    if (letter === "'") quoted = !quoted;
    else if (!quoted && '([{'.includes(letter)) depth += 1;
    else if (!quoted && ')]}'.includes(letter)) depth -= 1;
    if (letter === ',' && depth === 0 && !quoted) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts.map((part) => part.trim());
}
