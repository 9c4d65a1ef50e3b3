/** In charge of following a call into the function that is called, some levels deep. */
import { parsePlPgSQLSync } from 'libpg-query';
import type { RoutineFacts } from '../catalog/facts.ts';
import { openScope, type Scope } from './scope.ts';
import { traceExpression } from './trace-expression.ts';
import { tracePlpgsql } from './trace-plpgsql.ts';
import type { Tracer } from './tracer.ts';
import { unknownValue, type Value } from './trail.ts';
import { statementsOf } from './tree.ts';

const deepest = 6;

/** A value that is passed, by position or by name. */
export interface PassedValue {
  name: string | null | undefined;
  value: Value;
}

/** The value that a call returns; undefined where the function is none of the schema's. */
export function callRoutine(
  tracer: Tracer,
  names: readonly string[],
  passed: readonly PassedValue[],
): Value | undefined {
  const name = names.at(-1);
  const schema = names.length > 1 ? names.at(-2) : undefined;
  const found = tracer.routines.filter(
    (each) => each.name === name && (schema === undefined || each.schema === schema),
  );
  const routine =
    found.find((each) => inputsOf(each).length === passed.length) ??
    found.find((each) => each.required <= passed.length);
  if (routine === undefined) return undefined;
  return traceRoutine(tracer, routine, passed);
}

/** The value that a function returns; its comparisons are noted in the tracer. */
export function traceRoutine(
  tracer: Tracer,
  routine: RoutineFacts,
  passed: readonly PassedValue[],
): Value {
  if (tracer.depth >= deepest || routine.body === null) return unknownValue;
  const key = `${routine.oid} ${JSON.stringify(passed)}`;
  const known = tracer.results.get(key);
  if (known !== undefined) return known;
  // What calls itself finds nothing more at the second turn.
  tracer.results.set(key, unknownValue);
  const variables = new Map<string, Value>();
  for (const [place, argument] of inputsOf(routine).entries()) {
    const named = passed.find(({ name }) => name !== null && name === argument.name);
    const value = (named ?? passed[place])?.value ?? unknownValue;
    variables.set(`$${place + 1}`, value);
    if (argument.name !== null) variables.set(argument.name, value);
  }
  const scope = openScope(null, variables);
  tracer.depth += 1;
  try {
    const value = traceBody(tracer, routine, scope);
    tracer.results.set(key, value);
    return value;
  } catch {
    // A body that PostgreSQL reads and this parser doesn't: the outcome is tried all the same.
    tracer.unread.add(`${routine.schema}.${routine.name}(${routine.signature})`);
    return unknownValue;
  } finally {
    tracer.depth -= 1;
  }
}

function traceBody(tracer: Tracer, routine: RoutineFacts, scope: Scope): Value {
  if (routine.language === 'plpgsql') {
    const parsed = tracer.parsed.get(routine.oid) ?? parseDefinition(tracer, routine);
    tracer.parsed.set(routine.oid, parsed);
    return tracePlpgsql(tracer, parsed, scope);
  }
  if (routine.language !== 'sql') return unknownValue;
  let value = unknownValue;
  const body = (routine.body ?? '')
    .replace(/^\s*return\b/i, 'select')
    .replace(/^\s*begin\s+atomic\b([\s\S]*)\bend\s*$/i, '$1');
  for (const statement of statementsOf(body)) value = traceExpression(tracer, statement, scope);
  return value;
}

/** The parser knows PostgreSQL's own types only, and takes a variable of another for a record. */
function parseDefinition(tracer: Tracer, { definition }: RoutineFacts): unknown {
  const text = definition ?? '';
  try {
    return parsePlPgSQLSync(text);
  } catch {
    return parsePlPgSQLSync(
      tracer.scalarTypes.reduce((plain, type) => plain.replaceAll(type, 'text'), text),
    );
  }
}

function inputsOf(routine: RoutineFacts): RoutineFacts['arguments'] {
  return routine.arguments.filter(({ mode }) => 'ibv'.includes(mode));
}
