/** In charge of what an entity diagram looks like, in light and in dark. */

interface Palette {
  page: string;
  frame: string;
  frameLine: string;
  box: string;
  boxLine: string;
  header: string;
  access: string;
  text: string;
  faint: string;
  line: string;
  key: string;
  foreign: string;
  good: string;
  warn: string;
  bad: string;
}

const light: Palette = {
  page: '#ffffff',
  frame: '#f5f6f9',
  frameLine: '#d8dbe4',
  box: '#ffffff',
  boxLine: '#b9bfcf',
  header: '#e6ebf8',
  access: '#f4f7f2',
  text: '#1c2230',
  faint: '#667085',
  line: '#7a849c',
  key: '#9a6700',
  foreign: '#3557b7',
  good: '#1a7f37',
  warn: '#9a6700',
  bad: '#c2262e',
};

const dark: Palette = {
  page: '#0d1117',
  frame: '#141a23',
  frameLine: '#2b3342',
  box: '#1a212c',
  boxLine: '#3b465a',
  header: '#26324a',
  access: '#1a2620',
  text: '#e4e8f0',
  faint: '#939db1',
  line: '#8791a8',
  key: '#e3b341',
  foreign: '#8fb0ff',
  good: '#56d364',
  warn: '#e3b341',
  bad: '#ff7b72',
};

export const fontFamily =
  "ui-monospace, 'SF Mono', 'Cascadia Mono', 'DejaVu Sans Mono', Menlo, Consolas, monospace";

/** Written out by class and not as variables, which some viewers of SVG do not know. */
function rules(palette: Palette): string {
  return [
    `.page{fill:${palette.page}}`,
    `.frame{fill:${palette.frame};stroke:${palette.frameLine}}`,
    `.box{fill:${palette.box}}`,
    `.edge{fill:none;stroke:${palette.boxLine}}`,
    `.header{fill:${palette.header}}`,
    `.access{fill:${palette.access}}`,
    `.rule{stroke:${palette.boxLine}}`,
    `.line{fill:none;stroke:${palette.line}}`,
    `.end{fill:${palette.frame};stroke:${palette.line}}`,
    `text{fill:${palette.text}}`,
    `.faint{fill:${palette.faint}}`,
    `.pk{fill:${palette.key}}`,
    `.fk,.uk{fill:${palette.foreign}}`,
    `.good{fill:${palette.good}}`,
    `.warn{fill:${palette.warn}}`,
    `.bad{fill:${palette.bad}}`,
  ].join('');
}

/** The style sheet of a picture; `auto` follows whoever looks at it. */
export function renderStyle(theme: 'auto' | 'light' | 'dark'): string {
  const always = `text{font-family:${fontFamily};font-size:12px}.title{font-size:13px;font-weight:700}.strong{font-weight:700}.mark{font-size:10px;font-weight:700}`;
  if (theme === 'dark') return always + rules(dark);
  const switched = theme === 'auto' ? `@media (prefers-color-scheme:dark){${rules(dark)}}` : '';
  return always + rules(light) + switched;
}
