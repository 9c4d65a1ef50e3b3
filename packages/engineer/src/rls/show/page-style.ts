/** In charge of how the HTML page looks: light and dark, on a wide screen and on a phone. */

/** The page's style sheet. */
export const pageStyle = `
:root { color-scheme: light dark; --ground: #fdfdfb; --ink: #1d2023; --faint: #5c646d; --line: #d9dcdf;
  --head: #f1f2ee; --own: #11693a; --own-ground: #e4f3e9; --others: #a3160b; --others-ground: #fde6e3;
  --warn: #7a5200; }
@media (prefers-color-scheme: dark) { :root { --ground: #16191c; --ink: #e7e9ea; --faint: #9ba4ac;
  --line: #33393f; --head: #20252a; --own: #7fd6a2; --own-ground: #15301f; --others: #ff9d92;
  --others-ground: #401712; --warn: #e5bb62; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; }
main { max-width: 90rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .75rem; }
h2 { font-size: 1.2rem; margin: 2.25rem 0 .75rem; }
h3 { font-size: 1rem; margin: 0; overflow-wrap: anywhere; }
ul { padding-left: 1.2rem; } li { overflow-wrap: anywhere; }
.verdict { font-size: 1.1rem; font-weight: 600; }
.good { color: var(--own); } .bad { color: var(--others); }
.finding { border-left: 4px solid var(--line); padding: .5rem .9rem; margin: .75rem 0; background: var(--head); }
.finding.error { border-color: var(--others); } .finding.warning { border-color: var(--warn); }
.finding p { margin: .3rem 0 0; overflow-wrap: anywhere; } .hint { color: var(--faint); }
code, kbd, td { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
.legend { color: var(--faint); font-size: .875rem; margin: .35rem 0; }
.legend span { display: inline-block; margin-right: .9rem; padding: 0 .2rem; border-radius: 3px; }
kbd { color: var(--ink); font-weight: 600; }
.scroll { overflow: auto; max-height: 85vh; border: 1px solid var(--line); border-radius: 8px; }
.scroll:focus-visible { outline: 3px solid var(--own); outline-offset: 2px; }
table { border-collapse: separate; border-spacing: 0; font-size: .9rem; min-width: 100%; }
th, td { padding: .4rem .6rem; border-bottom: 1px solid var(--line); text-align: left; white-space: nowrap; }
thead th, thead td { background: var(--head); position: sticky; top: 0; z-index: 2; }
thead tr + tr th { top: 2.3rem; font-weight: 400; color: var(--faint); }
thead tr:first-child > * { height: 2.3rem; }
th[scope=colgroup] small { display: inline; margin-left: .5rem; }
tbody th { position: sticky; left: 0; background: var(--ground); font-weight: 500; min-width: 18rem; max-width: 24rem;
  white-space: normal; overflow-wrap: anywhere; z-index: 1; border-right: 1px solid var(--line); }
thead td { left: 0; z-index: 3; border-right: 1px solid var(--line); }
small { display: block; color: var(--faint); font-size: .75rem; font-weight: 400; }
.own { color: var(--own); background: var(--own-ground); }
.others { color: var(--others); background: var(--others-ground); }
i { color: var(--warn); font-style: normal; font-weight: 700; }
details { margin: 1rem 0; } summary { cursor: pointer; }
tr:last-child > * { border-bottom: 0; }
.spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (max-width: 40rem) { tbody th { min-width: 9.5rem; max-width: 9.5rem; font-size: .8rem; } th, td { padding: .35rem .45rem; } }
`;
