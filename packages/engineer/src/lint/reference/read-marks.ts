/** In charge of the marks in fixtures that say what is to be found: `-- fault: <level> <object>`. */

/** What a mark says of the next line that is no mark itself. */
export interface FixtureMark {
  /** From 1. */
  line: number;
  /** `<level> <object>`, the object a dash where there is none. */
  verdict: string;
}

/** The marks of a file, one for each finding that a line is to have. */
export function readMarks(text: string): FixtureMark[] {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    const verdict = /^\s*-- fault: (\w+ .+)$/.exec(line)?.[1];
    if (verdict === undefined) return [];
    const next = lines.findIndex((each, at) => at > index && !/^\s*-- fault: /.test(each));
    return [{ line: next + 1, verdict }];
  });
}
