/** A demo: months of plausible traffic that can be removed again. */
export { createDemo } from './create-demo.ts';
export type { DemoOptions, DemoProgress, DemoReport } from './create-demo.ts';
export type { DemoOrigin } from './load-conversations.ts';
export { removeDemo } from './remove-demo.ts';
export type { DemoRemoval, RemoveDemoOptions } from './remove-demo.ts';
