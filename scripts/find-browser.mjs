/** In charge of finding the browser that the tests of the chat page drive: the page's own tests know how. */
export { findChromium as findBrowser } from '../packages/web/tests/find-chromium.mjs';
